package dev.ilana.testkit.factory;

import dev.ilana.connection.Database;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Model;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What there is to do with a recipe: so many models by it, made, or made and stored. */
record Creation<M extends Model<M>>(Recipe<M> recipe, int count) {

    Creation {
        if (count < 0) {
            throw new InvalidUsageException(
                    "there can't be " + count + " models of " + recipe.table().name());
        }
    }

    Creation<M> with(Map<String, ? extends @Nullable Object> values) {
        return new Creation<>(recipe.overriding(values), count);
    }

    Flux<Map<String, @Nullable Object>> raw() {
        return each((maker, place) -> maker.alone(recipe, place).except());
    }

    Flux<M> make() {
        return made().map(Made::model);
    }

    /** In one transaction, so that an error or a cancel leaves nothing behind. */
    Flux<M> create() {
        return onDatabase(db -> db.transactionMany(
                () -> made().concatMap(
                                one -> Writing.ONE_BY_ONE.write(List.of(one)).thenReturn(one.model()), 1),
                TransactionOptions.DEFAULT));
    }

    /** Each batch in a transaction: its models are given after its COMMIT, and only two batches are in memory. */
    Flux<M> createInBatches(int size) {
        return onDatabase(db -> batches(size)
                .concatMap(
                        batch -> db.transaction(() -> Writing.TOGETHER.write(batch))
                                .thenMany(Flux.fromIterable(batch).map(Made::model)),
                        1));
    }

    /** The same without telling the models what was stored; gives the number. */
    Mono<Long> bulk(int size) {
        requireNothingAfter();
        return onDatabase(db -> batches(size).concatMap(batch -> db.transaction(() -> Writing.bulk(recipe, batch)), 1))
                .reduce(0L, Long::sum);
    }

    private void requireNothingAfter() {
        if (!recipe.relatives().others().isEmpty()
                || !recipe.callbacks().afterCreating().isEmpty()) {
            throw new InvalidUsageException(
                    "bulk() tells no model its key, so nothing can follow it: for what the factory of "
                            + recipe.table().name() + " has and for afterCreating there is createInBatches");
        }
    }

    private Flux<List<Made<M>>> batches(int size) {
        return made().buffer(size);
    }

    static void requireSize(int size) {
        if (size < 1) {
            throw new InvalidUsageException("a batch can't have " + size + " models");
        }
    }

    private Flux<Made<M>> made() {
        return each((maker, place) -> maker.make(recipe, place, Surroundings.NONE));
    }

    /** Datafaker reads its words from files when they are first asked for, so all is made where a thread may wait. */
    private <T> Flux<T> each(BiFunction<Maker, Place, T> making) {
        return Flux.defer(() -> {
                    Maker maker = new Maker(Run.of(recipe));
                    String table = recipe.table().name();
                    return Flux.range(0, count).map(i -> making.apply(maker, Place.of(table, i)));
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private <T> Flux<T> onDatabase(Function<Database, Flux<T>> work) {
        Database said = recipe.settings().database();
        Flux<T> all = recipe.table().query().database().flatMapMany(work);
        return said == null ? all : all.contextWrite(said.use());
    }
}
