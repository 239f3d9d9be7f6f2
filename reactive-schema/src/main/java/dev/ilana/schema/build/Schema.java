package dev.ilana.schema.build;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.schema.build.Step.Keeping;
import dev.ilana.schema.build.Step.Known;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SequenceChange.ChangeSequence;
import dev.ilana.schema.definition.SequenceChange.CreateSequence;
import dev.ilana.schema.definition.SequenceChange.DropSequence;
import dev.ilana.schema.definition.SequenceDefinition;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableChange.DropTable;
import dev.ilana.schema.definition.TableChange.RenameTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TypeChange.CreateSchema;
import dev.ilana.schema.definition.TypeChange.DropSchema;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.introspect.PresentColumn;
import dev.ilana.sql.Names;
import dev.ilana.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes, changes and asks for tables. Every method gives a Mono that does nothing until it is subscribed, and fails
 * with a {@link dev.ilana.error.DatabaseException} when the database refuses, with an {@link
 * dev.ilana.error.InvalidNameException} for what is no name, and with an {@link
 * dev.ilana.error.UnsupportedFeatureException} for what the database does not have.
 *
 * <p>A table in another schema than the one in use is named with it: {@code analytics.events}.
 *
 * <p>Statements run in the transaction of the Reactor Context, where there is one. What takes several of them happens
 * whole or not at all where the database can undo such statements (PostgreSQL); elsewhere each one commits by itself.
 */
public final class Schema {

    private static final Schema CURRENT = new Schema(null);

    private final @Nullable Database database;

    private Schema(@Nullable Database database) {
        this.database = database;
    }

    /** The schema of the database that the Reactor Context means, else of the default one. */
    public static Schema current() {
        return CURRENT;
    }

    /** The schema of that database. */
    public static Schema on(Database database) {
        return new Schema(database);
    }

    // Tables

    /** Creates a table with the columns and keys that the blueprint is given. */
    public Mono<Void> create(String table, Consumer<? super Blueprint> definition) {
        return changing(() -> List.of(new CreateTable(definition(table, definition))));
    }

    /** {@link #create}, unless there is a table of that name already, whatever its columns. */
    public Mono<Void> createIfNotExists(String table, Consumer<? super Blueprint> definition) {
        return hasTable(table).flatMap(exists -> exists ? Mono.empty() : create(table, definition));
    }

    /**
     * Changes a table, step by step, in the order that the blueprint is told. A column that is to {@code change()} but is
     * not there is an {@link UnknownColumnException}.
     */
    public Mono<Void> table(String table, Consumer<? super TableBlueprint> change) {
        return stepping(() -> {
            TableBlueprint blueprint = new TableBlueprint(QualifiedName.of(table));
            change.accept(blueprint);
            return blueprint.steps();
        });
    }

    public Mono<Void> drop(String table) {
        return changing(() -> List.of(new DropTable(QualifiedName.of(table), false)));
    }

    /** Drops the table; does nothing when there is none of that name. */
    public Mono<Void> dropIfExists(String table) {
        return changing(() -> List.of(new DropTable(QualifiedName.of(table), true)));
    }

    /** Gives a table another name. Its keys and indexes keep theirs, and it stays in its schema. */
    public Mono<Void> rename(String table, String newName) {
        return changing(() -> List.of(new RenameTable(QualifiedName.of(table), newName)));
    }

    /** Makes changes that are described as records, one after the other. */
    public Mono<Void> apply(List<SchemaChange> changes) {
        return changing(() -> changes);
    }

    // Questions

    /** Whether there is a table or view of that name. */
    public Mono<Boolean> hasTable(String table) {
        return asking(
                catalog -> catalog.hasTable(QualifiedName.of(table)),
                rehearsal -> rehearsal.hasTable(QualifiedName.of(table)));
    }

    /** Whether the table has a column of that name; false when there is no such table. */
    public Mono<Boolean> hasColumn(String table, String column) {
        return asking(
                catalog -> catalog.hasColumn(QualifiedName.of(table), Names.check(column)),
                rehearsal -> rehearsal.hasColumn(QualifiedName.of(table), Names.check(column)));
    }

    /**
     * Whether the table has an index, primary key or unique constraint of that name, as {@code users_email_unique}; false
     * when there is no such table.
     */
    public Mono<Boolean> hasIndex(String table, String index) {
        return asking(
                catalog -> catalog.hasIndex(QualifiedName.of(table), Names.check(index)),
                rehearsal -> rehearsal.hasIndex(QualifiedName.of(table), Names.check(index)));
    }

    // What only some databases have

    /** The database's dialect, to ask what it {@code supports}. */
    public Mono<Dialect> dialect() {
        return database().map(Database::dialect);
    }

    /** What only PostgreSQL has: extensions and types of one's own. */
    public PostgreSqlSchema postgreSql() {
        return new PostgreSqlSchema(this);
    }

    /** Creates a schema, unless there is one; PostgreSQL and H2. */
    public Mono<Void> createSchema(String name) {
        return changing(() -> List.of(new CreateSchema(name, true)));
    }

    /** Drops an empty schema, if there is one of that name; PostgreSQL and H2. */
    public Mono<Void> dropSchema(String name) {
        return changing(() -> List.of(new DropSchema(name, true, false)));
    }

    /** Drops a schema with all that is in it, if there is one of that name; PostgreSQL and H2. */
    public Mono<Void> dropSchemaCascade(String name) {
        return changing(() -> List.of(new DropSchema(name, true, true)));
    }

    /** Creates a sequence that stands by itself, which gives 1, 2, 3 and so on; not on MySQL. */
    public Mono<Void> createSequence(String name) {
        return createSequence(name, UnaryOperator.identity());
    }

    /** Creates a sequence that stands by itself; not on MySQL: {@code s -> s.startingWith(1000).incrementedBy(10)}. */
    public Mono<Void> createSequence(String name, UnaryOperator<SequenceDefinition> definition) {
        return changing(() -> List.of(new CreateSequence(sequence(name, definition))));
    }

    /** Makes a sequence another one, all of it: what is not said is as in a new one, but for the number that comes next. */
    public Mono<Void> changeSequence(String name, UnaryOperator<SequenceDefinition> definition) {
        return changing(() -> List.of(new ChangeSequence(sequence(name, definition))));
    }

    public Mono<Void> dropSequence(String name) {
        return changing(() -> List.of(new DropSequence(QualifiedName.of(name), false)));
    }

    /** Drops the sequence; does nothing when there is none of that name. */
    public Mono<Void> dropSequenceIfExists(String name) {
        return changing(() -> List.of(new DropSequence(QualifiedName.of(name), true)));
    }

    private static SequenceDefinition sequence(String name, UnaryOperator<SequenceDefinition> definition) {
        return definition.apply(SequenceDefinition.of(QualifiedName.of(name)));
    }

    /** Runs one statement as it stands: for what only this database has. */
    public Mono<Void> raw(String sql) {
        return database().flatMap(db -> run(db, sql));
    }

    /**
     * Does work while foreign keys are not checked, in a transaction, on one connection; gives its value, after which they
     * are checked again. What was written meanwhile is never checked. Once begun, the work is done to its end, also when
     * nobody waits for it any more.
     *
     * <p>H2 stops checking for everybody meanwhile. PostgreSQL takes a superuser's rights; {@code deferrable()} keys do
     * without.
     */
    public <T> Mono<T> withoutForeignKeyChecks(Supplier<? extends Mono<T>> work) {
        return database().flatMap(db -> {
            DdlGrammar grammar = DdlGrammar.of(db.dialect());
            Mono<Void> off = run(db, grammar.foreignKeyChecks(false));
            Mono<Void> on = run(db, grammar.foreignKeyChecks(true));
            Mono<Optional<T>> whole = grammar.foreignKeyChecksAreOfConnection()
                    ? db.transaction(() -> between(off, Mono.<T>defer(work), on))
                    : between(off, db.<T>transaction(work), on);
            // A cancel between the two would leave what was turned off to others.
            return whole.cache().flatMap(Mono::justOrEmpty);
        });
    }

    /** The work's value, between two statements, the second of which is sent after an error too. */
    private static <T> Mono<Optional<T>> between(Mono<Void> off, Mono<T> work, Mono<Void> on) {
        return off.then(work.singleOptional())
                .onErrorResume(error -> on.onErrorComplete().then(Mono.error(error)))
                .flatMap(value -> on.thenReturn(value));
    }

    /** The definition of the table that {@link #create} would make, without a database. */
    public static TableDefinition definition(String table, Consumer<? super Blueprint> definition) {
        Blueprint blueprint = new Blueprint(QualifiedName.of(table));
        definition.accept(blueprint);
        return blueprint.close().definition();
    }

    // How it is done

    Mono<Void> changing(Supplier<List<SchemaChange>> changes) {
        return stepping(() -> changes.get().stream().<Step>map(Known::new).toList());
    }

    private Mono<Void> stepping(Supplier<List<Step>> steps) {
        return database()
                .flatMap(db -> Mono.deferContextual(context -> {
                    DdlGrammar grammar = DdlGrammar.of(db.dialect());
                    Rehearsal rehearsal = Rehearsal.in(context).orElse(null);
                    List<Planned> plan = steps.get().stream()
                            .map(step -> planned(db, grammar, rehearsal, step))
                            .toList();
                    Mono<Void> all = Flux.fromIterable(plan)
                            .concatMap(planned -> planned.statements().concatMap(statement -> run(db, statement)))
                            .then();
                    boolean together = plan.stream().allMatch(Planned::canBeUndone)
                            && plan.stream().mapToInt(Planned::atLeast).sum() > 1
                            && db.dialect().supports(Capability.TRANSACTIONAL_DDL);
                    return together ? db.transaction(() -> all) : all;
                }));
    }

    /**
     * One step's statements. Those of a column that keeps what is not named are known in its turn only, when the steps
     * before it are done.
     */
    private record Planned(Flux<String> statements, int atLeast, boolean canBeUndone) {}

    private static Planned planned(Database db, DdlGrammar grammar, @Nullable Rehearsal rehearsal, Step step) {
        if (step instanceof Known known) {
            List<String> statements = grammar.statements(known.change());
            Flux<String> all = Flux.fromIterable(statements);
            return new Planned(
                    rehearsal == null
                            ? all
                            : all.concatWith(rehearsal.made(known.change()).then(Mono.empty())),
                    statements.size(),
                    !DdlGrammar.isOutsideTransactions(known.change()));
        }
        Keeping keeping = (Keeping) step;
        Mono<List<String>> statements = rehearsal == null
                ? present(db, keeping).map(present -> grammar.statements(keeping.change(present)))
                : rehearsal.statements(keeping);
        return new Planned(statements.flatMapIterable(all -> all), 2, true);
    }

    private static Mono<PresentColumn> present(Database db, Keeping keeping) {
        String name = keeping.column().name();
        return Catalog.of(db)
                .columns(keeping.table())
                .collectList()
                .map(columns -> columns.stream()
                        .filter(column -> column.definition().name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new UnknownColumnException(
                                keeping.table().toString(),
                                name,
                                columns.stream()
                                        .map(column -> column.definition().name())
                                        .toList())));
    }

    private Mono<Boolean> asking(
            Function<Catalog, Mono<Boolean>> question, Function<Rehearsal, Mono<Boolean>> rehearsed) {
        return database()
                .flatMap(db -> Mono.deferContextual(context ->
                        Rehearsal.in(context).map(rehearsed).orElseGet(() -> question.apply(Catalog.of(db)))));
    }

    private static Mono<Void> run(Database db, String sql) {
        return db.executor().update(Sql.of(sql)).then();
    }

    private Mono<Database> database() {
        return database != null
                ? Mono.just(database)
                : Mono.deferContextual(context -> Mono.just(Database.current(context)));
    }
}
