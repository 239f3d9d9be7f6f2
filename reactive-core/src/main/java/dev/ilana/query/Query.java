package dev.ilana.query;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnconditionalWriteException;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Delete;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Insert;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Statement;
import dev.ilana.sql.Update;
import dev.ilana.sql.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A query over the rows of a table that has no model, or is not asked for it. Column names are quoted, never trusted. */
public final class Query extends QueryBuilder<Query> {

    private final boolean everything;

    private Query(Select select, @Nullable Database database, boolean everything) {
        super(select, database);
        this.everything = everything;
    }

    /** A query over all columns and rows of the table. */
    public static Query table(String name) {
        return new Query(Select.from(name), null, false);
    }

    /** The rows of a query written out in the database's own SQL. */
    public static Flux<Row> raw(String sql) {
        return Flux.deferContextual(context -> {
            Database database = Database.current(context);
            return database.executor()
                    .list(Sql.of(sql), Row.reader(database.dialect()))
                    .flatMapIterable(rows -> rows);
        });
    }

    /** Only these columns. */
    public Query select(String... columns) {
        return with(
                select().withColumns(Arrays.stream(columns).map(this::selection).toList()), explicitDatabase());
    }

    /** Means every row: what {@link #update} and {@link #delete} want to hear when there is no condition. */
    public Query everything() {
        return new Query(select(), explicitDatabase(), true);
    }

    /** The rows; none when no row fits. The result is read in full before the first is given. */
    public Flux<Row> get() {
        return list(statement()).flatMapIterable(rows -> rows);
    }

    /** The first row; empty when no row fits. */
    public Mono<Row> first() {
        return list(statement().withLimit(1L))
                .flatMap(rows -> Mono.justOrEmpty(rows.stream().findFirst()));
    }

    /** One column of the first row; empty when no row fits or the value is null. */
    public Mono<Object> value(String column) {
        return select(column).first().mapNotNull(row -> row.get(row.names().get(0)));
    }

    /** One column of every row; nulls are left out, as a Flux can't hold them. */
    public Flux<Object> pluck(String column) {
        return select(column).get().mapNotNull(row -> row.get(row.names().get(0)));
    }

    /** Adds a row; gives the number of rows added. */
    public Mono<Long> insert(Map<String, ?> row) {
        return insert(List.of(row));
    }

    /** Adds rows in one statement, all with the same columns; gives their number. */
    public Mono<Long> insert(List<? extends Map<String, ?>> rows) {
        if (rows.isEmpty()) {
            return Mono.just(0L);
        }
        List<String> columns = List.copyOf(rows.get(0).keySet());
        for (Map<String, ?> row : rows) {
            if (!row.keySet().equals(rows.get(0).keySet())) {
                throw new InvalidUsageException("rows of one insert need the same columns: "
                        + rows.get(0).keySet() + " and " + row.keySet());
            }
        }
        List<List<Value>> values = rows.stream()
                .map(row ->
                        columns.stream().map(name -> Value.of(row.get(name))).toList())
                .toList();
        return write(new Insert(select().table(), columns, values, List.of()));
    }

    /**
     * Sets columns of the rows that fit; gives their number.
     *
     * @throws UnconditionalWriteException when there is no condition and {@link #everything()} was not said
     */
    public Mono<Long> update(Map<String, ?> values) {
        requireCondition("UPDATE");
        if (values.isEmpty()) {
            return Mono.just(0L);
        }
        return write(new Update(
                select().table(),
                values.entrySet().stream()
                        .map(entry -> new Update.Assignment(entry.getKey(), Value.of(entry.getValue())))
                        .toList(),
                select().where()));
    }

    /**
     * Removes the rows that fit; gives their number.
     *
     * @throws UnconditionalWriteException when there is no condition and {@link #everything()} was not said
     */
    public Mono<Long> delete() {
        requireCondition("DELETE");
        return write(new Delete(select().table(), select().where()));
    }

    private void requireCondition(String verb) {
        requireWritable(verb);
        if (select().where() == null && !everything) {
            throw new UnconditionalWriteException(verb, select().table());
        }
    }

    private Mono<Long> write(Statement statement) {
        return database()
                .flatMap(db -> db.executor().update(db.dialect().grammar().compile(statement)));
    }

    private Mono<List<Row>> list(Select select) {
        return database()
                .flatMap(db -> db.executor().list(db.dialect().grammar().compile(select), Row.reader(db.dialect())));
    }

    private Selection selection(String name) {
        return Selection.of(column(name));
    }

    @Override
    protected Query with(Select newSelect, @Nullable Database newDatabase) {
        return new Query(newSelect, newDatabase, everything);
    }

    @Override
    protected Query group() {
        return table(select().table());
    }

    @Override
    protected Expression column(String name) {
        return ColumnRef.parse(name);
    }

    @Override
    protected Value value(String column, Object value) {
        return Value.of(value);
    }

    @Override
    protected Select statement() {
        return select();
    }
}
