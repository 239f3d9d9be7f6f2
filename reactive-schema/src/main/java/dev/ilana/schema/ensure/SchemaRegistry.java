package dev.ilana.schema.ensure;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.diff.Drop;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.diff.SchemaSource;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.OwnTables;
import dev.ilana.schema.migrate.lock.MigrationLock;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A schema that a database is to have: register models, definitions or a Prisma file, see the plan, and ensure it. To ensure what
 * is there already does nothing.
 *
 * <pre>{@code
 * SchemaRegistry registry = SchemaRegistry.on(database).register(PrismaSchema.parse(text));
 * registry.plan().doOnNext(plan -> plan.difference().lines().forEach(System.out::println));
 * registry.ensure();
 * }</pre>
 *
 * <p>Tables that nobody registered stay as they are, unless {@link Drop#TABLES} are dropped. It holds the lock of the migrators
 * meanwhile, so that of several who ensure at once the first does it, and the others find nothing to do.
 */
public final class SchemaRegistry {

    private final Database database;
    private final Registered registered;
    private final MigratorSettings settings;
    private final SchemaDiff diff;

    private SchemaRegistry(Database database, Registered registered, MigratorSettings settings, SchemaDiff diff) {
        this.database = database;
        this.registered = registered;
        this.settings = settings;
        this.diff = diff;
    }

    /** An empty one of that database. */
    public static SchemaRegistry on(Database database) {
        return new SchemaRegistry(database, Registered.NOTHING, MigratorSettings.DEFAULT, SchemaDiff.create());
    }

    // What it has

    /** Has all of that source: a Prisma file, models, or {@link SchemaSource#of} a definition. */
    public SchemaRegistry register(SchemaSource source) {
        return new SchemaRegistry(database, registered.with(source), settings, diff);
    }

    /** Has all of that definition. */
    public SchemaRegistry register(SchemaDefinition definition) {
        return register(SchemaSource.of(definition));
    }

    /** Drops these too, where what is registered does not have them. */
    public SchemaRegistry dropping(Drop... kinds) {
        return withDiff(diff.dropping(kinds));
    }

    /** The table has another name now, see {@link SchemaDiff#renamingTable}. */
    public SchemaRegistry renamingTable(String table, String newName) {
        return withDiff(diff.renamingTable(table, newName));
    }

    /** The column has another name now, see {@link SchemaDiff#renamingColumn}. */
    public SchemaRegistry renamingColumn(String table, String column, String newName) {
        return withDiff(diff.renamingColumn(table, column, newName));
    }

    /** Drops, renames and ignores what this one does, instead of what was said before. */
    public SchemaRegistry withDiff(SchemaDiff other) {
        return new SchemaRegistry(database, registered, settings, other);
    }

    /** Under the lock, and beside the history, of migrators with these settings. */
    public SchemaRegistry withSettings(MigratorSettings other) {
        return new SchemaRegistry(database, registered, other, diff);
    }

    // What it does

    /**
     * What would be done now; nothing is.
     *
     * @return an {@link dev.ilana.error.InvalidUsageException} when a table is registered twice
     */
    public Mono<SchemaPlan> plan() {
        return diff.ignoring(OwnTables.of(settings).toArray(String[]::new))
                .on(database, diff.drops(Drop.TABLES) ? registered : registered.besidesOthers(diff::renames))
                .map(difference -> new SchemaPlan(difference, hash()));
    }

    /**
     * Gives the database what is registered, and says what was done: all of it or nothing where the database can undo such
     * statements (PostgreSQL); elsewhere each one commits by itself, and to ensure again goes on after an error.
     *
     * @return a {@link dev.ilana.schema.migrate.lock.MigrationLockTimeoutException} when another has the lock for too long; a
     *     {@link dev.ilana.schema.migrate.DestructiveCommandException} when tables or columns would be dropped where the settings
     *     do not allow it, and nothing was done
     */
    public Mono<SchemaPlan> ensure() {
        return database.onDedicatedConnection(
                        UnaryOperator.identity(),
                        own -> new MigrationLock(own, settings.table(), settings.lock())
                                .<Optional<SchemaPlan>>holding(
                                        holder -> Optional.empty(),
                                        lockTables ->
                                                plan().flatMap(this::applied).map(Optional::of)))
                .flatMap(Mono::justOrEmpty)
                .single();
    }

    private Mono<SchemaPlan> applied(SchemaPlan plan) {
        if (plan.destroysData()) {
            settings.allowDestruction("ensuring this schema");
        }
        EnsureHistory history = new EnsureHistory(database);
        Mono<Void> all = Mono.defer(
                        () -> Schema.on(database).apply(plan.difference().changes()))
                .then(Mono.defer(() -> history.add(plan)));
        boolean together = database.dialect().supports(Capability.TRANSACTIONAL_DDL);
        return plan.isEmpty()
                ? Mono.just(plan)
                : history.createIfMissing()
                        .then(together ? database.transaction(() -> all) : all)
                        .thenReturn(plan);
    }

    /** What was done so far, in its order. */
    public Flux<EnsuredSchema> history() {
        return new EnsureHistory(database).entries();
    }

    /** By what would be said to an empty database, so that what it does not tell apart makes no other hash. */
    private String hash() {
        DdlGrammar grammar = DdlGrammar.of(database.dialect());
        SchemaDefinition wanted = registered.wantedOf(SchemaDefinition.EMPTY);
        StringBuilder statements = new StringBuilder();
        for (SchemaChange change : SchemaDiff.creationOf(wanted)) {
            grammar.statements(change)
                    .forEach(statement -> statements.append(statement).append('\n'));
        }
        return UUID.nameUUIDFromBytes(statements.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
