package dev.ilana.dialect;

import dev.ilana.error.TooManyBindingsException;
import dev.ilana.sql.Copy;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Delete;
import dev.ilana.sql.Insert;
import dev.ilana.sql.Join;
import dev.ilana.sql.Names;
import dev.ilana.sql.Order;
import dev.ilana.sql.Raw;
import dev.ilana.sql.RowAddress;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.Source;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Statement;
import dev.ilana.sql.TableName;
import dev.ilana.sql.Truncate;
import dev.ilana.sql.Update;
import dev.ilana.sql.UpdateMany;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Spells statements for one database. Each clause is a method, so a dialect overrides the few that differ: expressions and
 * conditions, then queries, then, here, what writes.
 *
 * <p>Rendering costs about a hundredth of a round trip, so texts are written anew each time and not cached; the same
 * shape gives the same text, which is what the drivers' prepared statements need.
 */
public abstract class Grammar extends QueryGrammar {

    /** What the rows of a statement go by beside those of its table. */
    static final String NEW_ROWS = "ilana_new";

    /** More rows a statement gain nothing more, and cost memory. */
    private static final int MOST_ROWS = 1_024;

    private static final int HANDFUL = 16;

    private final int maxBindings;

    Grammar(String database, char quote, int maxBindings) {
        super(database, quote);
        this.maxBindings = maxBindings;
    }

    /**
     * The statement for this database.
     *
     * @throws TooManyBindingsException when it binds more values than the database takes
     * @throws dev.ilana.error.UnsupportedFeatureException when it says what the database can't do
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
            out.openScope(update.table());
            update(out, update);
        } else if (statement instanceof UpdateMany update) {
            updateMany(out, update);
        } else if (statement instanceof Delete delete) {
            out.openScope(delete.table());
            delete(out, delete);
        } else if (statement instanceof Truncate truncate) {
            truncate(out, truncate);
        }
        if (out.bindings().size() > maxBindings) {
            throw new TooManyBindingsException(
                    database(), maxBindings, out.bindings().size());
        }
        return out.finished(returning, !(statement instanceof Select));
    }

    /** A user's own statement, which writes or does not. */
    public final Sql compile(Raw raw, boolean writes) {
        SqlWriter out = new SqlWriter(this);
        raw(out, raw);
        return out.finished(writes);
    }

    /** The statement that says how the query would be run. */
    public final Sql explain(Select select) {
        SqlWriter out = new SqlWriter(this);
        select(out.sql("explain "), select);
        return out.finished(false);
    }

    /**
     * The statement that opens a cursor over the rows of the query, to the end of the transaction.
     *
     * @throws dev.ilana.error.UnsupportedFeatureException where the database has none ({@code SERVER_CURSOR})
     */
    public Sql openCursor(String name, Select select) {
        throw unsupported(Capability.SERVER_CURSOR, "read by windows of the key");
    }

    /** The statement that reads the next so many rows of a cursor. */
    public Sql fetch(String cursor, int rows) {
        throw unsupported(Capability.SERVER_CURSOR, "read by windows of the key");
    }

    /** The statement that closes a cursor. */
    public Sql closeCursor(String name) {
        throw unsupported(Capability.SERVER_CURSOR, "read by windows of the key");
    }

    /** The most values one statement may bind. */
    public final int maxBindings() {
        return maxBindings;
    }

    /** The name, quoted: for statements that this grammar does not know, such as those that define tables. */
    public final String quoted(String name) {
        return quote() + fitting(Names.check(name)) + quote();
    }

    /** The rows as this database takes them in bulk; null where it has no way for it, or they are too few to be worth it. */
    public @Nullable Copy copy(Insert insert) {
        return null;
    }

    /** The most rows of so many values each that should go into one insert that asks for no keys. */
    public int maxBulkRows(int valuesPerRow) {
        return maxRows(valuesPerRow);
    }

    /** Rows for inserts that ask for no keys, {@link #maxBulkRows} of them at most. */
    public <T> List<List<T>> bulkBatches(List<T> rows, int valuesPerRow) {
        return insertBatches(rows, valuesPerRow);
    }

    /** The most values of an {@code in} list that should go into one statement. */
    public int maxListSize() {
        return maxBindings / 2;
    }

    /** The most keys of so many columns that should go into one statement: several columns take a condition for each key. */
    public final int maxListSize(int columns) {
        return columns == 1 ? maxListSize() : Math.min(MOST_ROWS, maxBindings / 2 / columns);
    }

    /** The most rows of so many values each that should go into one insert. */
    public int maxRows(int valuesPerRow) {
        return valuesPerRow == 0
                ? 1
                : Math.max(1, Math.min(MOST_ROWS, Integer.highestOneBit(maxBindings / valuesPerRow)));
    }

    /**
     * The rows in batches, an insert each. A text is as long as its rows, so they go in numbers of few sizes; a handful goes
     * at once.
     */
    public final <T> List<List<T>> insertBatches(List<T> rows, int valuesPerRow) {
        return batches(rows, left -> rowsToInsert(left, valuesPerRow));
    }

    /** The rows in batches, an {@link UpdateMany} each. */
    public final <T> List<List<T>> updateBatches(List<T> rows, int keys, int columns) {
        return batches(rows, left -> rowsToUpdate(left, keys, columns));
    }

    private static <T> List<List<T>> batches(List<T> rows, IntUnaryOperator size) {
        List<List<T>> batches = new ArrayList<>();
        for (int start = 0; start < rows.size(); ) {
            int end = start + size.applyAsInt(rows.size() - start);
            batches.add(rows.subList(start, end));
            start = end;
        }
        return batches;
    }

    /** How many of so many rows go into the next insert. */
    int rowsToInsert(int rows, int valuesPerRow) {
        return fewSizes(rows, maxRows(valuesPerRow));
    }

    /** How many of so many rows go into the next {@link UpdateMany}. */
    int rowsToUpdate(int rows, int keys, int columns) {
        return fewSizes(rows, maxRows(keys + columns));
    }

    private static int fewSizes(int rows, int most) {
        return rows >= most ? most : rows <= HANDFUL ? rows : Integer.highestOneBit(rows);
    }

    /** What asks for the distance between two generated keys, where an insert answers with its first key only. */
    public @Nullable Sql keyStep() {
        return null;
    }

    // Insert

    void insert(SqlWriter out, Insert insert) {
        out.sql("insert into ").table(insert.table());
        if (insert.rows() instanceof Insert.Found found) {
            names(out.sql(" "), insert.columns());
            select(out.sql(" "), found.select());
        } else if (insert.rows() instanceof Insert.Values values) {
            if (insert.columns().isEmpty()) {
                insertDefaults(out);
            } else {
                names(out.sql(" "), insert.columns());
                values(out.sql(" "), insert, values.rows());
            }
        }
        if (insert.conflict() != null) {
            conflict(out, insert, insert.conflict());
        }
    }

    void insertDefaults(SqlWriter out) {
        out.sql(" default values");
    }

    void values(SqlWriter out, Insert insert, List<List<Value>> rows) {
        out.sql("values ");
        rows(out, rows);
    }

    static void rows(SqlWriter out, List<List<Value>> rows) {
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

    abstract void conflict(SqlWriter out, Insert insert, Insert.Conflict conflict);

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

    // Update and delete

    /**
     * Rows that a write can't name by itself, because of a join or a limit, are found by a query of the row's own address:
     * a row that someone changes at the same moment has a new address, and is left alone.
     */
    void update(SqlWriter out, Update update) {
        out.sql("update ").table(update.table());
        assignments(out.sql(" set "), update.assignments());
        where(out, addressed(update.table(), update.joins(), update.where(), update.orders(), update.limit()));
    }

    void delete(SqlWriter out, Delete delete) {
        out.sql("delete from ").table(delete.table());
        where(out, addressed(delete.table(), delete.joins(), delete.where(), delete.orders(), delete.limit()));
    }

    private @Nullable Criterion addressed(
            TableName table, List<Join> joins, @Nullable Criterion where, List<Order> orders, @Nullable Long limit) {
        if (joins.isEmpty() && limit == null) {
            return where;
        }
        RowAddress address = new RowAddress(table.name());
        Select rows = Select.from(new Source.Named(table, null))
                .withColumns(List.of(Selection.of(address)))
                .withWhere(where)
                .withLimit(limit);
        for (Join join : joins) {
            rows = rows.withJoin(join);
        }
        for (Order order : orders) {
            rows = rows.withOrder(order);
        }
        return new Criterion.InSelect(address, rows, false);
    }

    final void assignments(SqlWriter out, List<Update.Assignment> assignments) {
        String separator = "";
        for (Update.Assignment assignment : assignments) {
            out.sql(separator);
            assigned(out, assignment.column());
            expression(out.sql(" = "), assignment.value());
            separator = ", ";
        }
    }

    /** Writes the column on the left of an assignment. */
    void assigned(SqlWriter out, String column) {
        out.name(column);
    }

    abstract void updateMany(SqlWriter out, UpdateMany update);

    void truncate(SqlWriter out, Truncate truncate) {
        out.sql("truncate table ").table(truncate.table());
    }
}
