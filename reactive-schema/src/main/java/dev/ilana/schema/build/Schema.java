package dev.ilana.schema.build;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaChange.CreateTable;
import dev.ilana.schema.definition.SchemaChange.DropTable;
import dev.ilana.schema.definition.SchemaChange.RenameTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.sql.Sql;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes, changes and asks for tables. Every method gives a Mono that does nothing until it is subscribed, and fails
 * with a {@link dev.ilana.error.DatabaseException} when the database refuses, with an {@link
 * dev.ilana.error.InvalidNameException} for what is no name, and with an {@link
 * dev.ilana.error.UnsupportedFeatureException} for what the database does not have.
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

    /** Creates a table with the columns and keys that the blueprint is given. */
    public Mono<Void> create(String table, Consumer<? super Blueprint> definition) {
        return changing(() -> List.of(new CreateTable(defined(table, definition))));
    }

    /** {@link #create}, unless there is a table of that name already, whatever its columns. */
    public Mono<Void> createIfNotExists(String table, Consumer<? super Blueprint> definition) {
        return hasTable(table).flatMap(exists -> exists ? Mono.empty() : create(table, definition));
    }

    /** Changes a table, step by step, in the order that the blueprint is told. */
    public Mono<Void> table(String table, Consumer<? super TableBlueprint> change) {
        return changing(() -> {
            TableBlueprint blueprint = new TableBlueprint(table);
            change.accept(blueprint);
            return blueprint.close().changes();
        });
    }

    public Mono<Void> drop(String table) {
        return changing(() -> List.of(new DropTable(table, false)));
    }

    /** Drops the table; does nothing when there is none of that name. */
    public Mono<Void> dropIfExists(String table) {
        return changing(() -> List.of(new DropTable(table, true)));
    }

    /** Gives a table another name. Its keys and indexes keep theirs. */
    public Mono<Void> rename(String table, String newName) {
        return changing(() -> List.of(new RenameTable(table, newName)));
    }

    /** Whether there is a table or view of that name. */
    public Mono<Boolean> hasTable(String table) {
        return hasRow(grammar -> grammar.tableExists(table));
    }

    /** Whether the table has a column of that name; false when there is no such table. */
    public Mono<Boolean> hasColumn(String table, String column) {
        return hasRow(grammar -> grammar.columnExists(table, column));
    }

    /** Runs one statement as it stands: for what only this database has. */
    public Mono<Void> raw(String sql) {
        return database().flatMap(db -> run(db, sql));
    }

    /** The definition that a blueprint's lambda describes, without a database. */
    static TableDefinition defined(String table, Consumer<? super Blueprint> definition) {
        Blueprint blueprint = new Blueprint(table);
        definition.accept(blueprint);
        return blueprint.close().definition();
    }

    private Mono<Void> changing(Supplier<List<SchemaChange>> changes) {
        return database().flatMap(db -> {
            DdlGrammar grammar = DdlGrammar.of(db.dialect());
            List<String> statements = changes.get().stream()
                    .flatMap(change -> grammar.statements(change).stream())
                    .toList();
            Mono<Void> all =
                    Flux.fromIterable(statements).concatMap(sql -> run(db, sql)).then();
            boolean together = statements.size() > 1 && db.dialect().supports(Capability.TRANSACTIONAL_DDL);
            return together ? db.transaction(() -> all) : all;
        });
    }

    private Mono<Boolean> hasRow(Function<DdlGrammar, String> query) {
        return database()
                .flatMap(db ->
                        db.executor().list(Sql.of(query.apply(DdlGrammar.of(db.dialect()))), (row, metadata) -> true))
                .map(rows -> !rows.isEmpty());
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
