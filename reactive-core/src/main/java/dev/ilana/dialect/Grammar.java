package dev.ilana.dialect;

import dev.ilana.error.TooManyBindingsException;
import dev.ilana.sql.Delete;
import dev.ilana.sql.Insert;
import dev.ilana.sql.Join;
import dev.ilana.sql.Order;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Statement;
import dev.ilana.sql.Update;
import dev.ilana.sql.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spells statements for one database. Each clause is a method, so a dialect overrides the few that differ.
 *
 * <p>Rendering costs about a hundredth of a round trip, so texts are written anew each time and not cached; the same
 * shape gives the same text, which is what the drivers' prepared statements need.
 */
public class Grammar {

    private static final String ROW_NUMBER = "ilana_row";
    /** Longer lists are as they are: padding them would cost more than the text saved, or pass the database's limit. */
    private static final int MAX_PADDED = 1_024;

    private final String database;
    private final char quote;
    private final int maxBindings;
    private final CriterionGrammar criteria = new CriterionGrammar(this);

    Grammar(String database, char quote, int maxBindings) {
        this.database = database;
        this.quote = quote;
        this.maxBindings = maxBindings;
    }

    /**
     * The statement for this database.
     *
     * @throws TooManyBindingsException when it binds more values than the database takes
     */
    public final Sql compile(Statement statement) {
        SqlWriter out = new SqlWriter(this);
        List<String> returning = List.of();
        if (statement instanceof Select select) {
            select(out, select);
        } else if (statement instanceof Insert insert) {
            insert(out, insert);
            returning = generatedKeys(insert);
        } else if (statement instanceof Update update) {
            update(out, update);
        } else if (statement instanceof Delete delete) {
            delete(out, delete);
        }
        if (out.bindings().size() > maxBindings) {
            throw new TooManyBindingsException(
                    database, maxBindings, out.bindings().size());
        }
        return new Sql(out.text(), out.bindings(), returning);
    }

    /** The most values one statement may bind. */
    public final int maxBindings() {
        return maxBindings;
    }

    /** The name, quoted: for statements that this grammar does not know, such as those that define tables. */
    public final String quoted(String name) {
        return quote + dev.ilana.sql.Names.check(name) + quote;
    }

    /** The most values of an {@code in} list that should go into one statement. */
    public int maxListSize() {
        return maxBindings / 2;
    }

    final char quote() {
        return quote;
    }

    final CriterionGrammar criteria() {
        return criteria;
    }

    /** Writes the marker of the {@code position}th bound value, counted from 1. */
    void marker(StringBuilder out, int position, Value value) {
        out.append('?');
    }

    /** Writes {@code left in (values)} for a list that is not empty. */
    void in(SqlWriter out, Runnable left, List<Value> values, boolean negated) {
        left.run();
        out.sql(negated ? " not in (" : " in (");
        int count = padded(values.size());
        for (int i = 0; i < count; i++) {
            out.sql(i == 0 ? "" : ", ").bind(values.get(Math.min(i, values.size() - 1)));
        }
        out.sql(")");
    }

    /** Filled up with the last value to a power of two, so that lists of many lengths share few texts. */
    private static int padded(int size) {
        return size == 1 || size > MAX_PADDED ? size : Integer.highestOneBit(size - 1) << 1;
    }

    final void select(SqlWriter out, Select select) {
        if (select.partition() != null && (select.limit() != null || select.offset() != null)) {
            selectPerPartition(out, select);
            return;
        }
        String alias = out.openScope(select.table());
        List<String> joined = joinScopes(out, select);
        out.sql("select ");
        columns(out, select.columns());
        source(out, select, alias, joined);
        orders(out, select.orders());
        page(out, select.limit(), select.offset());
        out.closeScope();
    }

    /** Numbers the rows of each partition in the query's order and keeps those within the limit. */
    private void selectPerPartition(SqlWriter out, Select select) {
        out.sql(select.columns().isEmpty() ? "select *" : "select ");
        String separator = "";
        for (Selection selection : select.columns()) {
            out.sql(separator).name(CriterionGrammar.resultName(selection));
            separator = ", ";
        }
        out.sql(" from (");
        String alias = out.openScope(select.table());
        List<String> joined = joinScopes(out, select);
        out.sql("select ");
        columns(out, select.columns());
        out.sql(", row_number() over (partition by ");
        criteria.expression(out, java.util.Objects.requireNonNull(select.partition()));
        orders(out, select.orders());
        out.sql(") as ").name(ROW_NUMBER);
        source(out, select, alias, joined);
        out.closeScope();
        out.sql(") as ").name(select.table()).sql(" where ");
        long first = select.offset() == null ? 0 : select.offset();
        if (first > 0) {
            out.name(ROW_NUMBER).sql(" > ").bind(Value.of(first)).sql(select.limit() == null ? "" : " and ");
        }
        if (select.limit() != null) {
            out.name(ROW_NUMBER).sql(" <= ").bind(Value.of(first + select.limit()));
        } else if (first == 0) {
            out.sql("1 = 1");
        }
        out.sql(" order by ").name(ROW_NUMBER);
    }

    private void columns(SqlWriter out, List<Selection> columns) {
        if (columns.isEmpty()) {
            out.sql("*");
        }
        String separator = "";
        for (Selection selection : columns) {
            out.sql(separator);
            criteria.expression(out, selection.expression());
            if (selection.alias() != null) {
                out.sql(" as ").name(selection.alias());
            }
            separator = ", ";
        }
    }

    private static List<String> joinScopes(SqlWriter out, Select select) {
        return select.joins().stream().map(join -> out.joinScope(join.table())).toList();
    }

    private void source(SqlWriter out, Select select, String alias, List<String> joined) {
        table(out.sql(" from "), select.table(), alias);
        for (int i = 0; i < joined.size(); i++) {
            Join join = select.joins().get(i);
            table(out.sql(" inner join "), join.table(), joined.get(i));
            criteria.write(out.sql(" on "), join.on());
        }
        where(out, select.where());
    }

    private static void table(SqlWriter out, String table, String alias) {
        out.name(table);
        if (!alias.equals(table)) {
            out.sql(" as ").name(alias);
        }
    }

    private void where(SqlWriter out, dev.ilana.sql.@Nullable Criterion where) {
        if (where != null) {
            out.sql(" where ");
            criteria.write(out, where);
        }
    }

    private void orders(SqlWriter out, List<Order> orders) {
        String separator = " order by ";
        for (Order order : orders) {
            out.sql(separator);
            criteria.expression(out, order.expression());
            out.sql(order.direction() == Order.Direction.ASC ? " asc" : " desc");
            separator = ", ";
        }
    }

    void page(SqlWriter out, @Nullable Long limit, @Nullable Long offset) {
        if (limit != null) {
            out.sql(" limit ").bind(Value.of(limit));
        }
        if (offset != null) {
            out.sql(" offset ").bind(Value.of(offset));
        }
    }

    void insert(SqlWriter out, Insert insert) {
        out.sql("insert into ").name(insert.table());
        if (insert.columns().isEmpty()) {
            insertDefaults(out);
        } else {
            out.sql(" ");
            names(out, insert.columns());
            out.sql(" values ");
            insertRows(out, insert.rows());
        }
    }

    void insertDefaults(SqlWriter out) {
        out.sql(" default values");
    }

    private static void insertRows(SqlWriter out, List<List<Value>> rows) {
        String rowSeparator = "(";
        for (List<Value> row : rows) {
            out.sql(rowSeparator);
            String separator = "";
            for (Value value : row) {
                out.sql(separator).bind(value);
                separator = ", ";
            }
            rowSeparator = "), (";
        }
        out.sql(")");
    }

    private static void names(SqlWriter out, List<String> names) {
        String separator = "(";
        for (String name : names) {
            out.sql(separator).name(name);
            separator = ", ";
        }
        out.sql(")");
    }

    /** Writes {@code returning a, b}: for the dialects that have it. */
    static void returning(SqlWriter out, List<String> columns) {
        String separator = " returning ";
        for (String column : columns) {
            out.sql(separator).name(column);
            separator = ", ";
        }
    }

    /** The columns to ask the driver for, where the text of an insert can't ask the database. */
    List<String> generatedKeys(Insert insert) {
        return insert.returning();
    }

    private void update(SqlWriter out, Update update) {
        var unused = out.openScope(update.table());
        out.sql("update ").name(update.table());
        String separator = " set ";
        for (Update.Assignment assignment : update.assignments()) {
            out.sql(separator).name(assignment.column()).sql(" = ");
            criteria.expression(out, assignment.value());
            separator = ", ";
        }
        where(out, update.where());
    }

    private void delete(SqlWriter out, Delete delete) {
        var unused = out.openScope(delete.table());
        out.sql("delete from ").name(delete.table());
        where(out, delete.where());
    }
}
