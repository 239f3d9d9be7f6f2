package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.error.UniqueViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/**
 * The row that has some values, or else a new one with those and others. Two callers at once may both find none: a unique
 * index lets one of them in, and the other reads its row.
 */
public final class FirstOr<M extends Model<M>> {

    /** How often an insert that the database gave up in favour of another is sent again. */
    private static final int RETRIES = 5;

    private final ModelQuery<M> having;
    private final UnaryOperator<M> ready;
    private final Function<M, Mono<M>> store;
    private final List<Assignment<M>> all;

    FirstOr(ModelTable<M> table, List<Assignment<M>> attributes, List<Assignment<M>> values) {
        this(table.query(), made -> made, Model::save, attributes, values);
    }

    /**
     * One among the rows of a query.
     *
     * @param ready makes a new model one of them, as far as that can be without storing it
     * @param store stores a new model as one of them
     */
    public FirstOr(
            ModelQuery<M> among,
            UnaryOperator<M> ready,
            Function<M, Mono<M>> store,
            List<Assignment<M>> attributes,
            List<Assignment<M>> values) {
        this.ready = ready;
        this.store = store;
        ModelQuery<M> query = among;
        for (Assignment<M> attribute : attributes) {
            query = query.where(attribute.condition());
        }
        this.having = query;
        this.all = new ArrayList<>(attributes);
        all.addAll(values);
    }

    private M make() {
        return having.table().make(all);
    }

    /** Values by name, fillable or not. */
    public static <M extends Model<M>> List<Assignment<M>> named(ModelTable<M> table, Map<String, ?> values) {
        return values.entrySet().stream()
                .map(entry -> Model.accepted(table.attribute(entry.getKey()), entry.getValue()))
                .toList();
    }

    public Mono<M> orNew() {
        return having.first().switchIfEmpty(Mono.fromSupplier(() -> ready.apply(make())));
    }

    public Mono<M> orCreate() {
        return having.first().switchIfEmpty(createOrFirst());
    }

    /**
     * A refused insert is taken back by a savepoint, where a transaction would be lost with it. Outside of one it is sent again
     * when it lost a deadlock: on InnoDB those who waited for a row that was taken back all hold a share of its place.
     */
    public Mono<M> createOrFirst() {
        return Mono.deferContextual(context -> {
            Database db = having.databaseIn(context);
            Mono<M> create = Mono.defer(() -> store.apply(make()));
            return (db.isInTransaction(context)
                            ? db.transaction(() -> create)
                            : create.retryWhen(Database.retryDeadlocks(RETRIES)))
                    .onErrorResume(UniqueViolationException.class, taken -> found(db, taken));
        });
    }

    /** The row that was in the way; the error, when it is not the one that was asked for. */
    private Mono<M> found(Database db, UniqueViolationException taken) {
        return Mono.deferContextual(context -> {
            // A transaction may not see what was stored since it began, unless it reads to lock.
            ModelQuery<M> reading = db.isInTransaction(context) ? having.lockForUpdate() : having;
            return reading.first().switchIfEmpty(Mono.error(taken));
        });
    }

    public Mono<M> updateOr(List<Assignment<M>> values) {
        return orCreate().flatMap(model -> {
            if (model.wasRecentlyCreated()) {
                return Mono.just(model);
            }
            values.forEach(value -> value.into(model));
            return model.save();
        });
    }
}
