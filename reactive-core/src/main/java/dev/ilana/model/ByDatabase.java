package dev.ilana.model;

import dev.ilana.connection.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Work for models, those of one database at a time. */
final class ByDatabase {

    private ByDatabase() {}

    static <M extends Model<M>, T> Flux<T> each(List<M> models, Work<M, T> work) {
        return Flux.defer(() -> {
            Map<@Nullable Database, List<M>> byDatabase = new LinkedHashMap<>();
            for (M model : models) {
                byDatabase
                        .computeIfAbsent(model.attributes().database(), unused -> new ArrayList<>())
                        .add(model);
            }
            return Flux.fromIterable(byDatabase.entrySet())
                    .concatMap(part -> work.on(queryOn(part.getKey(), part.getValue()), part.getValue()));
        });
    }

    private static <M extends Model<M>> ModelQuery<M> queryOn(@Nullable Database database, List<M> models) {
        ModelQuery<M> query = models.get(0).table().query();
        return database == null ? query : query.on(database);
    }

    /** What is to be done for models of one database. */
    @FunctionalInterface
    interface Work<M extends Model<M>, T> {
        Mono<T> on(ModelQuery<M> query, List<M> models);
    }
}
