package dev.ilana.schema.migrate;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.introspect.Catalog;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An empty database, in which migrations are run to see what they make, and which is emptied again. */
record Shadow(Database database, Migrator migrator, MigratorSettings settings) {

    /** For migrators with these settings. Its history is where its tables are, so that it goes with them. */
    static Shadow of(Database database, MigrationSet migrations, MigratorSettings settings) {
        MigratorSettings own = settings.withSchema(null).withForce(true).withProhibitDestructive(false);
        return new Shadow(database, new Migrator(database, migrations, own, false, null), own);
    }

    /** Ends with an {@link InvalidUsageException} before anything is done when the database has anything. */
    Mono<SchemaDefinition> schema() {
        Mono<SchemaDefinition> made = migrator.migrate()
                .then(Mono.defer(() -> Catalog.of(database).schema()))
                .map(schema -> OwnTables.leftOutOf(schema, settings));
        Mono<Void> wiped = Mono.defer(() -> migrator.wipe().then());
        return empty().flatMap(unused -> database.holding(made, wiped, wiped).single());
    }

    private Mono<Boolean> empty() {
        Catalog catalog = Catalog.of(database);
        Flux<String> things = catalog.tables()
                .map(table -> "table " + table)
                .concatWith(catalog.enums().flatMapIterable(types -> types).map(type -> "enum " + type.name()))
                .concatWith(catalog.sequences().map(sequence -> "sequence " + sequence.name()))
                .concatWith(catalog.unread());
        return things.collectList().map(Shadow::requireNone);
    }

    private static boolean requireNone(List<String> things) {
        if (!things.isEmpty()) {
            throw new InvalidUsageException("the shadow database is not empty, and would be emptied in the end: it has "
                    + String.join(", ", things) + "; nothing was done");
        }
        return true;
    }
}
