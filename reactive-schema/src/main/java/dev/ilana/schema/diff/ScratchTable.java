package dev.ilana.schema.diff;

import dev.ilana.connection.Database;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableChange.DropTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A table made to see how the database writes what it was told, and gone afterwards. Where the database can undo its making,
 * nobody else ever sees it.
 *
 * @param wanted the table that it is like, but for foreign keys, comments, and names of keys
 * @param scratch itself
 */
record ScratchTable(TableDefinition wanted, TableDefinition scratch) {

    private static final String PREFIX = "ilana_scratch_";

    static ScratchTable of(TableDefinition wanted) {
        QualifiedName name =
                wanted.name().sibling(PREFIX + UUID.randomUUID().toString().substring(0, 8));
        List<IndexDefinition> indexes = new ArrayList<>();
        for (int i = 0; i < wanted.indexes().size(); i++) {
            IndexDefinition index = wanted.indexes().get(i);
            if (index.isPrimary() || index.hasSql()) {
                indexes.add(index.withName(index.isPrimary() ? null : indexName(name, i)));
            }
        }
        List<CheckDefinition> checks = new ArrayList<>();
        for (int i = 0; i < wanted.checks().size(); i++) {
            CheckDefinition check = wanted.checks().get(i);
            checks.add(new CheckDefinition(checkName(name, i), check.columns(), check.rule()));
        }
        return new ScratchTable(
                wanted,
                wanted.withName(name)
                        .withIndexes(indexes)
                        .withForeignKeys(List.of())
                        .withChecks(checks)
                        .withComment(null));
    }

    /** Whether a table of that name is one that was left behind by a process that died. */
    static boolean isOne(QualifiedName table) {
        return table.name().startsWith(PREFIX);
    }

    private static String indexName(QualifiedName table, int position) {
        return table.name() + "_i" + position;
    }

    private static String checkName(QualifiedName table, int position) {
        return table.name() + "_c" + position;
    }

    /** The wanted table in the database's own writing. */
    Mono<TableDefinition> written(Database database) {
        Mono<TableDefinition> read = database.dialect().supports(Capability.TRANSACTIONAL_DDL)
                ? Mono.usingWhen(
                        database.beginTransaction(TransactionOptions.DEFAULT),
                        trx -> made(trx.database()).then(table(trx.database())),
                        trx -> trx.rollback(),
                        (trx, error) -> trx.rollback(),
                        trx -> trx.rollback())
                // A cancel stops none of it: a making that is let go of may come after the dropping.
                : database.toItsEnd(Mono.usingWhen(Mono.just(database), db -> made(db).then(table(db)), this::dropped));
        return read.map(this::renamedBack);
    }

    private Mono<Void> made(Database database) {
        return run(database, new CreateTable(scratch));
    }

    private Mono<Void> dropped(Database database) {
        return run(database, new DropTable(scratch.name(), true));
    }

    private Mono<TableDefinition> table(Database database) {
        return Catalog.of(database).table(scratch.name());
    }

    private static Mono<Void> run(Database database, SchemaChange change) {
        Dialect dialect = database.dialect();
        return Flux.fromIterable(DdlGrammar.of(dialect).statements(change))
                .concatMap(statement -> database.executor().update(Sql.of(statement)))
                .then();
    }

    /** With the keys in the places that the wanted one has them in. */
    private TableDefinition renamedBack(TableDefinition read) {
        List<IndexDefinition> indexes = new ArrayList<>();
        for (int i = 0; i < wanted.indexes().size(); i++) {
            IndexDefinition index = wanted.indexes().get(i);
            String name = indexName(scratch.name(), i);
            indexes.add(read.indexes().stream()
                    .filter(one -> name.equals(one.name()))
                    .findFirst()
                    .orElse(index)
                    .withName(index.name()));
        }
        List<CheckDefinition> checks = new ArrayList<>();
        for (int i = 0; i < wanted.checks().size(); i++) {
            CheckDefinition check = wanted.checks().get(i);
            String name = checkName(scratch.name(), i);
            CheckDefinition.Rule rule = read.checks().stream()
                    .filter(one -> name.equals(one.name()))
                    .findFirst()
                    .orElse(check)
                    .rule();
            checks.add(new CheckDefinition(check.name(), check.columns(), rule));
        }
        return wanted.withColumns(read.columns()).withIndexes(indexes).withChecks(checks);
    }
}
