package dev.ilana.model;

import dev.ilana.error.UnconditionalWriteException;
import dev.ilana.query.Settings;
import dev.ilana.sql.Delete;
import dev.ilana.sql.Select;
import dev.ilana.sql.Update;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * The words of a {@link ModelQuery} that change or remove the rows it would find.
 *
 * @param <M> the model
 */
public abstract sealed class ModelWrites<M extends Model<M>> extends ModelStreams<M> permits ModelQuery {

    ModelWrites(Select select, Settings settings) {
        super(select, settings);
    }

    /**
     * Sets columns of the rows that fit, and {@code updated_at} where the table keeps it; gives their number.
     *
     * @throws UnconditionalWriteException when there is no condition and {@link #everything()} was not said
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<Long> update(Assignment<M>... values) {
        return update(List.of(values));
    }

    /** {@link #update(Assignment[])} by name. */
    public final Mono<Long> update(Map<String, ?> values) {
        return update(values.entrySet().stream()
                .map(entry -> Model.accepted(table().column(entry.getKey()), entry.getValue()))
                .toList());
    }

    /** {@link #update(Assignment[])} with those of a {@link Composed}, or gathered otherwise. */
    public final Mono<Long> update(List<Assignment<M>> values) {
        Select written = writable("UPDATE");
        if (values.isEmpty() || isNever(written)) {
            return Mono.just(0L);
        }
        return database()
                .flatMap(db -> write(new Update(
                        table().tableName(),
                        written.joins(),
                        Upkeep.touched(table(), values, db.now()),
                        written.where(),
                        written.orders(),
                        written.limit())));
    }

    /** Adds to the column of the rows that fit, and writes {@code updated_at} where the table keeps it; gives their number. */
    public final <N extends Number> Mono<Long> increment(Column<M, N> column, N by) {
        return update(List.of(column.to(column.plus(by))));
    }

    /** Takes from the column of the rows that fit, and writes {@code updated_at} where the table keeps it; gives their number. */
    public final <N extends Number> Mono<Long> decrement(Column<M, N> column, N by) {
        return update(List.of(column.to(column.minus(by))));
    }

    /**
     * Removes the rows that fit, softly where the table has soft deletes; gives their number.
     *
     * @throws UnconditionalWriteException when there is no condition and {@link #everything()} was not said
     */
    public final Mono<Long> delete() {
        Select written = writable("DELETE");
        if (isNever(written)) {
            return Mono.just(0L);
        }
        return database()
                .flatMap(db -> write(
                        table().hasSoftDeletes()
                                ? Upkeep.softDelete(table(), written, db.now())
                                : new Delete(
                                        table().tableName(),
                                        written.joins(),
                                        written.where(),
                                        written.orders(),
                                        written.limit())));
    }

    /** Removes the rows that fit, also where the table has soft deletes; gives their number. */
    public final Mono<Long> forceDelete() {
        Select written = writable("DELETE");
        return isNever(written)
                ? Mono.just(0L)
                : write(new Delete(
                        table().tableName(), written.joins(), written.where(), written.orders(), written.limit()));
    }

    private Select writable(String verb) {
        requireWritable(verb, select().where() != null || !parts().constraints().isEmpty());
        return statement();
    }

    private static boolean isNever(Select select) {
        return select.where() != null && select.where().isNever();
    }
}
