package dev.ilana.dialect;

import dev.ilana.sql.AllColumns;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.CommonTable;
import dev.ilana.sql.Constant;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Distinct;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Join;
import dev.ilana.sql.Lock;
import dev.ilana.sql.Order;
import dev.ilana.sql.Raw;
import dev.ilana.sql.RowValue;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.Source;
import dev.ilana.sql.Union;
import dev.ilana.sql.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of a grammar that spells queries. */
abstract class QueryGrammar extends ExpressionGrammar {

    private static final String ROW_NUMBER = "ilana_row";

    QueryGrammar(String database, char quote) {
        super(database, quote);
    }

    /** Whether nulls come before the others in an ascending order that does not say. */
    public boolean sortsNullsFirst() {
        return true;
    }

    @Override
    final void select(SqlWriter out, Select select) {
        boolean perPartition = select.partition() != null && (select.limit() != null || select.offset() != null);
        boolean shaped = select.distinct() != null || !select.unions().isEmpty();
        if (perPartition ? shaped : sortsUnionByMoreThanColumns(select)) {
            select(out, select.enclosed());
            return;
        }
        commonTables(out, select.commonTables());
        if (perPartition) {
            selectPerPartition(out, select);
            return;
        }
        List<String> names = openScopes(out, select);
        head(out, select);
        body(out, select, names);
        out.beside(() -> unions(out, select.unions()));
        sorted(out, select);
        page(out, select.limit(), select.offset());
        if (select.lock() != null) {
            lock(out, select.lock());
        }
        out.closeScope();
    }

    /** Which no database can do: it knows the columns of the result only. */
    private static boolean sortsUnionByMoreThanColumns(Select select) {
        return !select.unions().isEmpty()
                && !select.resultOrders().stream()
                        .allMatch(order -> order.expression() instanceof ColumnRef && order.nulls() == null);
    }

    private void sorted(SqlWriter out, Select select) {
        List<Order> orders = select.unions().isEmpty() ? select.orders() : select.resultOrders();
        String separator = " order by ";
        for (Order order : orders) {
            out.sql(separator);
            int position = order.nulls() == null ? position(select, order.expression()) : 0;
            order(out, position == 0 ? order : order.by(new Constant(position)));
            separator = ", ";
        }
    }

    /**
     * The position, counted from 1, at which the expression is selected; 0 where it is a column, or is not selected. By
     * its position it is the same one for the database also where it has values bound: two markers never are.
     */
    private static int position(Select select, Expression expression) {
        if (expression instanceof ColumnRef || expression instanceof Value) {
            return 0;
        }
        for (int i = 0; i < select.columns().size(); i++) {
            Expression selected = select.columns().get(i).expression();
            if (selected.equals(expression)) {
                return i + 1;
            } else if (selected instanceof AllColumns || selected instanceof Raw) {
                return 0; // of who knows how many columns
            }
        }
        return 0;
    }

    private void commonTables(SqlWriter out, List<CommonTable> tables) {
        if (tables.isEmpty()) {
            return;
        }
        out.sql(tables.stream().anyMatch(CommonTable::recursive) ? withRecursive() : "with ");
        String separator = "";
        for (CommonTable table : tables) {
            out.sql(separator).name(table.name());
            if (!table.columns().isEmpty()) {
                names(out.sql(" "), table.columns());
            }
            out.sql(" as (");
            select(out, table.select());
            out.sql(")");
            separator = ", ";
        }
        out.sql(" ");
    }

    String withRecursive() {
        return "with recursive ";
    }

    /** Opens the scope of the query's own source and of those joined to it; the names they go by. */
    final List<String> openScopes(SqlWriter out, Select select) {
        return openScopes(out, select.source(), select.joins());
    }

    final List<String> openScopes(SqlWriter out, Source source, List<Join> joins) {
        String[] names = new String[joins.size() + 1];
        names[0] = out.openScope(source);
        for (int i = 1; i < names.length; i++) {
            names[i] = out.joinScope(joins.get(i - 1).source());
        }
        return List.of(names);
    }

    private void head(SqlWriter out, Select select) {
        out.sql("select ");
        if (select.distinct() != null) {
            distinct(out, select.distinct());
        }
        columns(out, select.columns());
    }

    private void distinct(SqlWriter out, Distinct distinct) {
        if (distinct.on().isEmpty()) {
            out.sql("distinct ");
        } else {
            distinctOn(out, distinct);
        }
    }

    void distinctOn(SqlWriter out, Distinct distinct) {
        throw unsupported(Capability.DISTINCT_ON, "number the rows by a window and keep the first");
    }

    private void columns(SqlWriter out, List<Selection> columns) {
        if (columns.isEmpty()) {
            out.sql("*");
        }
        String separator = "";
        for (Selection selection : columns) {
            out.sql(separator);
            expression(out, selection.expression());
            if (selection.alias() != null) {
                out.sql(" as ").name(selection.alias());
            }
            separator = ", ";
        }
    }

    private void body(SqlWriter out, Select select, List<String> names) {
        source(out.sql(" from "), select.source(), names.get(0));
        joins(out, select.joins(), names);
        where(out, select.where());
        if (!select.groups().isEmpty()) {
            String separator = " group by ";
            for (Expression group : select.groups()) {
                out.sql(separator);
                int position = position(select, group);
                if (position == 0) {
                    expression(out, group);
                } else {
                    selectedGroup(out, position, select.columns().get(position - 1));
                }
                separator = ", ";
            }
        }
        if (select.having() != null) {
            criterion(out.sql(" having "), select.having());
        }
    }

    /** Writes a group that is selected too. */
    void selectedGroup(SqlWriter out, int position, Selection selection) {
        out.sql(String.valueOf(position));
    }

    final void source(SqlWriter out, Source source, String name) {
        if (source instanceof Source.Named named) {
            out.table(named.table());
            if (!name.equals(named.table().name())) {
                out.sql(" as ").name(name);
            }
        } else {
            out.beside(() -> derived(out, source, name));
        }
    }

    private void derived(SqlWriter out, Source source, String name) {
        if (source instanceof Source.Derived derived) {
            out.sql("(");
            select(out, derived.select());
            out.sql(") as ").name(name);
        }
    }

    /** Writes the joins; their names follow that of the source they are joined to. */
    final void joins(SqlWriter out, List<Join> joins, List<String> names) {
        for (int i = 0; i < joins.size(); i++) {
            Join join = joins.get(i);
            out.sql(joinWords(join.kind()));
            if (join.lateral()) {
                lateral(out);
                derived(out, join.source(), names.get(i + 1));
            } else {
                source(out, join.source(), names.get(i + 1));
            }
            if (join.on() != null) {
                criterion(out.sql(" on "), join.on());
            }
        }
    }

    String joinWords(Join.Kind kind) {
        return switch (kind) {
            case INNER -> " inner join ";
            case LEFT -> " left join ";
            case RIGHT -> " right join ";
            case CROSS -> " cross join ";
            case FULL -> throw unsupported(Capability.FULL_JOIN, "unite a left and a right join by union()");
        };
    }

    void lateral(SqlWriter out) {
        throw unsupported(Capability.LATERAL, "number the rows by a window and join those");
    }

    final void where(SqlWriter out, @Nullable Criterion where) {
        if (where != null) {
            criterion(out.sql(" where "), where);
        }
    }

    private void unions(SqlWriter out, List<Union> unions) {
        for (Union union : unions) {
            // MySQL mistakes the order of a union in a union for that of the outer one.
            Select select = union.select().unions().isEmpty()
                    ? union.select()
                    : union.select().enclosed();
            boolean closed = !select.orders().isEmpty()
                    || select.limit() != null
                    || select.offset() != null
                    || !select.commonTables().isEmpty();
            out.sql(union.all() ? " union all " : " union ").sql(closed ? "(" : "");
            select(out, select);
            out.sql(closed ? ")" : "");
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

    void lock(SqlWriter out, Lock lock) {
        out.sql(lock.strength() == Lock.Strength.UPDATE ? " for update" : " for share");
        switch (lock.waiting()) {
            case WAIT -> {}
            case SKIP_LOCKED -> out.sql(" skip locked");
            case NO_WAIT -> out.sql(" nowait");
        }
    }

    /** Numbers the rows of each partition in the query's order and keeps those within the limit. */
    private void selectPerPartition(SqlWriter out, Select select) {
        out.sql(select.columns().isEmpty() ? "select *" : "select ");
        String separator = "";
        for (Selection selection : select.columns()) {
            out.sql(separator).name(resultName(selection));
            separator = ", ";
        }
        out.sql(" from (");
        List<String> names = openScopes(out, select);
        head(out, select);
        out.sql(", row_number() over (partition by ");
        Expression partition = Objects.requireNonNull(select.partition());
        list(out, partition instanceof RowValue row ? row.parts() : List.of(partition));
        if (!select.orders().isEmpty()) {
            orders(out.sql(" "), select.orders());
        }
        out.sql(") as ").name(ROW_NUMBER);
        body(out, select, names);
        out.closeScope();
        out.sql(") as ").name(select.source().name()).sql(" where ");
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

    /** The name that a selected expression has in the result. */
    private static String resultName(Selection selection) {
        return Objects.requireNonNull(selection.name(), "an expression of a limited partition needs an alias");
    }

    static void names(SqlWriter out, List<String> names) {
        String separator = "(";
        for (String name : names) {
            out.sql(separator).name(name);
            separator = ", ";
        }
        out.sql(")");
    }
}
