package dev.ilana.dialect;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.FullText;
import dev.ilana.sql.Criterion.JsonContains;
import dev.ilana.sql.Criterion.JsonContainsKey;
import dev.ilana.sql.DatePart;
import dev.ilana.sql.Delete;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Insert;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.JsonLength;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Order;
import dev.ilana.sql.Select;
import dev.ilana.sql.Source;
import dev.ilana.sql.Sql;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.TableName;
import dev.ilana.sql.Update;
import dev.ilana.sql.UpdateMany;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** MySQL's SQL. */
class MySqlGrammar extends Grammar {

    /** Longer lists than fit into markers go as one JSON array. */
    private static final int MAX_MARKERS = 60_000;

    private static final int MOST_CASES = 256;

    private final MySqlJson json;

    MySqlGrammar() {
        super("MySQL", '`', 65_535);
        this.json = new MySqlJson(this);
    }

    MySqlGrammar(String database, Function<ExpressionGrammar, MySqlJson> json) {
        super(database, '`', 65_535);
        this.json = json.apply(this);
    }

    // Expressions

    @Override
    void comparison(SqlWriter out, Expression left, Operator operator, Expression right) {
        boolean equality = operator == Operator.EQ || operator == Operator.NE;
        if (operator == Operator.ILIKE || operator == Operator.NOT_ILIKE) {
            out.sql("lower(");
            expression(out, left);
            out.sql(operator == Operator.ILIKE ? ") like lower(" : ") not like lower(");
            expression(out, right);
            out.sql(")");
        } else if (equality && right instanceof Value value && value.type() == SqlType.JSON) {
            json.equality(out, left, operator, value);
        } else {
            super.comparison(out, left, operator, right);
        }
    }

    /** A query with a limit can't be a list here, but one around it can. */
    @Override
    void listed(SqlWriter out, Select select) {
        boolean cut = select.limit() != null || select.offset() != null;
        out.sql(cut ? "select * from (" : "");
        select(out, select);
        out.sql(cut ? ") as `ilana_list`" : "");
    }

    @Override
    void in(SqlWriter out, Expression left, List<Value> values, boolean negated) {
        if (values.size() <= MAX_MARKERS || values.get(0).type() == SqlType.BINARY) {
            super.in(out, left, values, negated);
            return;
        }
        List<Value> bound =
                values.stream().filter(value -> !json.canList(value)).toList();
        if (bound.isEmpty()) {
            json.in(out, left, values, negated);
            return;
        }
        List<Value> listed = values.stream().filter(json::canList).toList();
        out.sql("(");
        json.in(out, left, listed, negated);
        out.sql(negated ? " and " : " or ");
        super.in(out, left, bound, negated);
        out.sql(")");
    }

    @Override
    public int maxListSize() {
        return 50_000;
    }

    @Override
    void order(SqlWriter out, Order order) {
        if (order.nulls() != null) {
            expression(out, order.expression());
            out.sql(order.nulls() == Order.Nulls.FIRST ? " is null desc, " : " is null asc, ");
        }
        super.order(out, new Order(order.expression(), order.direction(), null));
    }

    @Override
    void jsonAt(SqlWriter out, JsonAt at) {
        json.read(out, at);
    }

    @Override
    void jsonLength(SqlWriter out, JsonLength length) {
        json.length(out, length);
    }

    @Override
    void jsonContains(SqlWriter out, JsonContains contains) {
        json.contains(out, contains);
    }

    @Override
    void jsonContainsKey(SqlWriter out, JsonContainsKey contains) {
        json.containsKey(out, contains);
    }

    @Override
    void fullText(SqlWriter out, FullText text) {
        for (Expression column : text.columns()) {
            if (!(column instanceof ColumnRef)) {
                throw new InvalidUsageException(database()
                        + " searches the columns of a full-text index, and nothing that is inside or made of them");
            }
        }
        list(out.sql("match ("), text.columns());
        out.sql(") against (")
                .bind(Value.of(BooleanSearch.of(text.words(), text.mode())))
                .sql(" in boolean mode)");
    }

    /** Instants are kept as UTC in a type that has no zone. */
    @Override
    void dated(SqlWriter out, DatePart part) {
        boolean instant = part.of() == SqlType.INSTANT;
        out.sql(instant ? "convert_tz(" : "");
        expression(out, part.operand());
        out.sql(instant ? ", '+00:00', @@session.time_zone)" : "");
    }

    // Queries

    @Override
    void lateral(SqlWriter out) {
        out.sql("lateral ");
    }

    @Override
    void page(SqlWriter out, @Nullable Long limit, @Nullable Long offset) {
        // An offset needs a limit here; the manual's own word for "all the rest" is this number.
        if (limit == null && offset != null) {
            out.sql(" limit 18446744073709551615 offset ").bind(Value.of(offset));
        } else {
            super.page(out, limit, offset);
        }
    }

    // Writes

    @Override
    void insertDefaults(SqlWriter out) {
        out.sql(" () values ()");
    }

    /** An insert of many rows answers with its first key only. */
    @Override
    public @Nullable Sql keyStep() {
        return new Sql("select @@auto_increment_increment", List.of(), List.of(), Set.of(), false);
    }

    /** The rows' own name, for what a conflict does with them. */
    @Override
    void values(SqlWriter out, Insert insert, List<List<Value>> rows) {
        super.values(out, insert, rows);
        if (insert.conflict() instanceof Insert.Change) {
            out.sql(" as ").name(NEW_ROWS);
        }
    }

    /** A row that is left out sets a column to what it is: {@code insert ignore} would let bad values in as well. */
    @Override
    void conflict(SqlWriter out, Insert insert, Insert.Conflict conflict) {
        out.sql(" on duplicate key update ");
        out.openScope(insert.table());
        if (conflict instanceof Insert.Change change && !change.assignments().isEmpty()) {
            changes(out, insert.table(), change);
        } else {
            String column = insert.columns().get(0);
            out.name(column).sql(" = ").table(insert.table()).sql(".").name(column);
        }
        out.closeScope();
    }

    /** There is no condition for the whole row here: a row that is to be left as it is has each column set to what it is. */
    private void changes(SqlWriter out, TableName table, Insert.Change change) {
        if (change.alike().isEmpty()) {
            assignments(out, change.assignments());
            return;
        }
        String separator = "";
        for (Update.Assignment assignment : change.assignments()) {
            out.sql(separator).name(assignment.column()).sql(" = if(");
            String and = "";
            for (String column : change.alike()) {
                out.sql(and).table(table).sql(".").name(column).sql(" = ");
                excluded(out, column);
                and = " and ";
            }
            expression(out.sql(", "), assignment.value());
            out.sql(", ").table(table).sql(".").name(assignment.column()).sql(")");
            separator = ", ";
        }
    }

    @Override
    void excluded(SqlWriter out, String column) {
        out.name(NEW_ROWS).sql(".").name(column);
    }

    @Override
    void update(SqlWriter out, Update update) {
        out.closeScope();
        List<String> names = openScopes(out, source(update.table()), update.joins());
        source(out.sql("update "), source(update.table()), names.get(0));
        joins(out, update.joins(), names);
        String separator = " set ";
        for (Update.Assignment assignment : update.assignments()) {
            out.sql(separator);
            if (!update.joins().isEmpty()) {
                out.table(update.table()).sql(".");
            }
            expression(out.name(assignment.column()).sql(" = "), assignment.value());
            separator = ", ";
        }
        rest(out, update.where(), update.orders(), update.limit());
    }

    @Override
    void delete(SqlWriter out, Delete delete) {
        out.closeScope();
        List<String> names = openScopes(out, source(delete.table()), delete.joins());
        out.sql("delete ");
        if (!delete.joins().isEmpty()) {
            out.table(delete.table()).sql(" ");
        }
        source(out.sql("from "), source(delete.table()), names.get(0));
        joins(out, delete.joins(), names);
        rest(out, delete.where(), delete.orders(), delete.limit());
    }

    private static Source source(TableName table) {
        return new Source.Named(table, null);
    }

    private void rest(SqlWriter out, @Nullable Criterion where, List<Order> orders, @Nullable Long limit) {
        where(out, where);
        if (!orders.isEmpty()) {
            orders(out.sql(" "), orders);
        }
        page(out, limit, null);
    }

    /**
     * A case a column: joined to a table of the rows, the collation of a text key would have to be that of the column.
     */
    @Override
    void updateMany(SqlWriter out, UpdateMany update) {
        int keys = update.keys().size();
        List<List<Value>> rows = padded(update.rows());
        out.sql("update ").table(update.table());
        String separator = " set ";
        for (int c = 0; c < update.columns().size(); c++) {
            out.sql(separator).name(update.columns().get(c)).sql(" = case");
            for (List<Value> row : rows) {
                hasKeys(out.sql(" when "), update.keys(), row);
                out.sql(" then ").bind(row.get(keys + c));
            }
            out.sql(" else ").name(update.columns().get(c)).sql(" end");
            separator = ", ";
        }
        separator = " where ";
        for (List<Value> row : rows) {
            hasKeys(out.sql(separator), update.keys(), row);
            separator = " or ";
        }
    }

    /** Each case is tried for each row, so many at once would cost more than they save. */
    @Override
    int rowsToUpdate(int rows, int keys, int columns) {
        int markersPerRow = columns * (keys + 1) + keys;
        return Math.max(1, Math.min(rows, Math.min(MOST_CASES, Integer.highestOneBit(maxBindings() / markersPerRow))));
    }

    /** Filled up with the last row, which changes nothing, to a size that others have too. */
    private static List<List<Value>> padded(List<List<Value>> rows) {
        int size = rows.size() <= 1 ? rows.size() : Integer.highestOneBit(rows.size() - 1) << 1;
        List<List<Value>> padded = new ArrayList<>(rows);
        padded.addAll(Collections.nCopies(size - rows.size(), rows.get(rows.size() - 1)));
        return padded;
    }

    private static void hasKeys(SqlWriter out, List<String> keys, List<Value> row) {
        IntStream.range(0, keys.size())
                .forEach(k -> out.sql(k == 0 ? "" : " and ")
                        .name(keys.get(k))
                        .sql(" = ")
                        .bind(row.get(k)));
    }
}
