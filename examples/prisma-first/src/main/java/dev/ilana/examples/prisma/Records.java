package dev.ilana.examples.prisma;

import dev.ilana.connection.Database;
import dev.ilana.relation.Synced;
import dev.ilana.schema.dynamic.DynamicModel;
import dev.ilana.schema.dynamic.DynamicModels;
import dev.ilana.schema.ensure.SchemaRegistry;
import dev.ilana.schema.prisma.PrismaProvider;
import dev.ilana.schema.prisma.PrismaSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is stored of any model of a Prisma file. Models, fields and relations go by their names in the file, and one that is not there
 * is an error that names the nearest.
 */
final class Records {

    private final DynamicModels models;

    private Records(DynamicModels models) {
        this.models = models;
    }

    /** Those of that file, whose tables the database has from now on; what is there already stays. */
    static Mono<Records> open(Database database, String prismaFile) {
        PrismaSchema schema = PrismaSchema.parse(prismaFile, PrismaProvider.of(database.dialect()));
        return SchemaRegistry.on(database)
                .register(schema)
                .ensure()
                .map(ensured -> new Records(DynamicModels.of(schema)));
    }

    /** Stores a new one. */
    Mono<DynamicModel> create(String model, Map<String, ?> values) {
        return models.model(model).create(values);
    }

    /** The first with these values; where there is none, a new one. */
    Mono<DynamicModel> findOrCreate(String model, Map<String, ?> values) {
        return models.model(model).firstOrCreate(values, Map.of());
    }

    /** Stores a new one that belongs to that parent by the relation. */
    Mono<DynamicModel> create(DynamicModel parent, String relation, Map<String, ?> values) {
        return parent.related(relation).create(values);
    }

    /** Has those with these keys, and no others, by a relation of many to many. */
    Mono<Synced> relate(DynamicModel record, String relation, List<?> keys) {
        return record.pivot(relation).sync(keys);
    }

    /** All of them, with these relations: {@code "books.tags"} is one of a relation's. */
    Flux<DynamicModel> list(String model, String... relations) {
        return models.model(model).query().with(relations).get();
    }

    /** The one with that key and these relations; empty when there is none. */
    Mono<DynamicModel> find(String model, Object key, String... relations) {
        return models.model(model).query().with(relations).find(key);
    }

    /** Changes the one with that key; empty when there is none. */
    Mono<DynamicModel> change(String model, Object key, Map<String, ?> values) {
        return find(model, key).flatMap(found -> found.update(values));
    }

    /** Deletes the one with that key; false when there is none. */
    Mono<Boolean> delete(String model, Object key) {
        return find(model, key).flatMap(DynamicModel::delete).defaultIfEmpty(false);
    }

    /** What a stored one is found by. */
    static Object keyOf(DynamicModel record) {
        return Objects.requireNonNull(record.getKey(), "a record that is not stored has no key");
    }
}
