package dev.ilana.schema.generate;

import dev.ilana.connection.Database;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.diff.SchemaSource;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.MigrationName;
import java.util.LinkedHashSet;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A migration that is not written yet.
 *
 * <pre>{@code
 * MigrationDraft.of(database, ModelSchema.of(User.USERS), SchemaDiff.create().dropping(Drop.COLUMNS))
 *         .filter(draft -> !draft.isEmpty())
 *         .map(draft -> draft.source(new MigrationName("M20261122_093000_ChangeUsers")))
 * }</pre>
 *
 * @param up what gives the database the wanted schema, as far as the {@link SchemaDiff} lets it
 * @param down what takes that back and nothing else: what {@code up} leaves as it is, {@code down} does too. What was dropped
 *     is made again, without its rows
 */
public record MigrationDraft(Difference up, Difference down) {

    /**
     * The draft of what that database lacks now; nothing is changed.
     *
     * @param diff what may be dropped, what has another name, which tables are not looked at
     */
    public static Mono<MigrationDraft> of(Database database, SchemaSource wanted, SchemaDiff diff) {
        return diff.on(database, wanted)
                .flatMap(up -> present(database, up.tables()).map(present -> new MigrationDraft(up, up.back(present))));
    }

    /** What the database has, with the tables of other schemas that are changed. */
    private static Mono<SchemaDefinition> present(Database database, Set<QualifiedName> changed) {
        Catalog catalog = Catalog.of(database);
        return catalog.schema().flatMap(schema -> {
            Set<QualifiedName> others = new LinkedHashSet<>(changed);
            others.removeIf(name -> schema.table(name).isPresent());
            return Flux.fromIterable(others)
                    .concatMap(catalog::table)
                    .collectList()
                    .map(found -> {
                        found.addAll(0, schema.tables());
                        return schema.withTables(found);
                    });
        });
    }

    /** True when nothing would be changed; something may still be withheld. */
    public boolean isEmpty() {
        return up.changes().isEmpty();
    }

    /** The source of a migration of that name, see {@link MigrationSource}. */
    public String source(MigrationName name) {
        return MigrationSource.of(name, up, down);
    }
}
