package dev.ilana.schema.seed;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Assignment;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.WritableTable;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rows by the columns of a model: cast as the model casts them, with its defaults, generated keys and timestamps. They are
 * written many at a time, so its hooks are not called; a {@link Seeder} that saves models calls them.
 *
 * @param <M> the model
 */
public final class ModelSeed<M extends Model<M>> extends Seed {

    private final WritableTable<M> models;
    private final List<Batches<M>> parts;

    ModelSeed(WritableTable<M> models, SeedTerms terms, List<Batches<M>> parts) {
        super(QualifiedName.of(models.name()), terms);
        this.models = models;
        this.parts = List.copyOf(parts);
    }

    /** With a row more: {@code seed(NAME.to("Ada"), EMAIL.to("ada@example.org"))}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final ModelSeed<M> seed(Assignment<M>... values) {
        List<Assignment<M>> row = List.of(values);
        return seedFactory(1, i -> models.make(row));
    }

    /**
     * With so many rows more, made of their numbers from 0, each time they are needed: in little memory, however many. A
     * function that makes the same row of a number each time lets the rows be found again.
     *
     * @param model makes a model that is not stored
     * @throws InvalidUsageException for a negative number
     */
    public ModelSeed<M> seedFactory(long count, LongFunction<M> model) {
        List<Batches<M>> more = new ArrayList<>(parts);
        more.add(Batches.of(table().toString(), count, model));
        return new ModelSeed<>(models, terms(), more);
    }

    /** Only in these environments, and in those said before; in all where none is said. */
    public ModelSeed<M> when(String... environments) {
        return new ModelSeed<>(models, terms().when(environments), parts);
    }

    /**
     * Changes the rows that are there already.
     *
     * @param conflictKey the columns by which a row is the same, which must be a unique key; none for the primary key
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final ModelSeed<M> upsert(Column<M, ?>... conflictKey) {
        return new ModelSeed<>(models, terms().upsert(names(Arrays.asList(conflictKey)), null), parts);
    }

    /**
     * Changes some columns of the rows that are there already.
     *
     * @param conflictKey the columns by which a row is the same, which must be a unique key; none for the primary key
     * @param updateFields the columns to change; for none, a row that is there is left as it is
     */
    public ModelSeed<M> upsert(List<Column<M, ?>> conflictKey, List<Column<M, ?>> updateFields) {
        return new ModelSeed<>(models, terms().upsert(names(conflictKey), names(updateFields)), parts);
    }

    /** Leaves out the rows whose keys are taken. */
    public ModelSeed<M> ignoringTaken() {
        return new ModelSeed<>(models, terms().ignoring(), parts);
    }

    private static <M extends Model<M>> List<String> names(List<Column<M, ?>> columns) {
        return columns.stream().map(Column::name).toList();
    }

    @Override
    long count() {
        return joined().count();
    }

    @Override
    void check(KnownTable known, List<String> required) {
        known.require(names(models.columns()));
    }

    @Override
    Flux<Mono<Long>> writes(KnownTable known, SeedStrategy strategy, List<String> key, int size) {
        return forward(size).map(some -> write(some, strategy, key).thenReturn((long) some.size()));
    }

    private Mono<Long> write(List<M> some, SeedStrategy strategy, List<String> key) {
        return switch (strategy) {
            case INSERT -> models.bulkInsert(some);
            case IGNORE -> models.insertOrIgnore(some);
            case UPSERT -> {
                Set<String> set = new LinkedHashSet<>();
                some.forEach(model -> set.addAll(row(model).keySet()));
                yield models.upsert(some, columns(key), columns(terms().updated(set, key)));
            }
        };
    }

    private List<Column<M, ?>> columns(List<String> names) {
        return names.stream().<Column<M, ?>>map(models::column).toList();
    }

    private Flux<List<M>> forward(int size) {
        return joined().forward(size);
    }

    private Batches<M> joined() {
        return Batches.joined(table().toString(), parts);
    }

    @Override
    Flux<List<Map<String, ?>>> backward(int size) {
        return joined().backward(size).map(this::rows);
    }

    /** Such an insert gives the models their keys and timestamps and, sent or not, leaves them new. */
    @Override
    Flux<List<Map<String, ?>>> stored(Database database, int size) {
        return forward(size)
                .concatMap(
                        some -> Database.dryRun(() -> models.insertOrIgnore(some))
                                .contextWrite(database.use())
                                .thenReturn(some),
                        1)
                .map(this::rows);
    }

    private List<Map<String, ?>> rows(List<M> some) {
        List<Map<String, ?>> rows = new ArrayList<>();
        some.forEach(model -> rows.add(row(model)));
        return rows;
    }

    private Map<String, @Nullable Object> row(M model) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (Column<M, ?> column : models.columns()) {
            if (model.isDirty(column)) {
                Value value = stored(model, column);
                row.put(column.name(), value.type() == SqlType.JSON ? value : value.value());
            }
        }
        return row;
    }

    private static <M extends Model<M>, T> Value stored(M model, Column<M, T> column) {
        return column.stored(column.valueIn(model));
    }
}
