package dev.ilana.schema.migrate.dump;

import dev.ilana.connection.Database;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TypeChange.CreateExtension;
import dev.ilana.schema.definition.TypeChange.CreateSchema;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.introspect.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * The statements that make a database's schema, read from its catalog.
 *
 * @param ownTables those of the migrator, which are no part of what it migrates
 */
public record SchemaText(Database database, QualifiedName history, Set<String> ownTables) {

    /** A dump with the schema, and with no migration in it yet. */
    public Mono<SchemaDump> read() {
        Catalog catalog = Catalog.of(database);
        Mono<List<TableDefinition>> tables = catalog.tables()
                .filter(table -> !ownTables.contains(table.name()))
                .concatMap(catalog::table)
                .collectList();
        return Mono.zip(
                        catalog.extensions(),
                        catalog.enums(),
                        tables,
                        catalog.unread().collectList(),
                        historyTable(),
                        catalog.sequences().collectList())
                .map(parts -> {
                    List<SchemaChange> changes = new ArrayList<>();
                    parts.getT1().forEach(name -> changes.add(new CreateExtension(name)));
                    changes.addAll(
                            SchemaDiff.creationOf(new SchemaDefinition(parts.getT3(), parts.getT2(), parts.getT6())));
                    parts.getT5().ifPresent(table -> {
                        if (history.schema() != null) {
                            changes.add(new CreateSchema(history.schema(), true));
                        }
                        changes.add(new CreateTable(table));
                    });
                    return new SchemaDump(
                            database.dialect().name(),
                            history.toString(),
                            List.of(),
                            parts.getT4(),
                            statements(changes));
                });
    }

    private Mono<Optional<TableDefinition>> historyTable() {
        return Catalog.of(database).table(history).singleOptional();
    }

    private List<String> statements(List<SchemaChange> changes) {
        DdlGrammar grammar = DdlGrammar.of(database.dialect());
        return changes.stream()
                .flatMap(change -> grammar.statements(change).stream())
                .toList();
    }
}
