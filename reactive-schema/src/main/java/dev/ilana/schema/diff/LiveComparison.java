package dev.ilana.schema.diff;

import dev.ilana.connection.Database;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.KeyChange.AddForeignKey;
import dev.ilana.schema.definition.KeyChange.DropForeignKey;
import dev.ilana.schema.definition.KeyChange.DropIndex;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.SequenceDefinition;
import dev.ilana.schema.definition.TableChange.DropTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.introspect.PresentColumn;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A database as it is, and a schema that it is to have. */
record LiveComparison(Database database, UnaryOperator<SchemaDefinition> seen, Renames renames, Set<Drop> drops) {

    Mono<Difference> difference(SchemaSource source) {
        Catalog catalog = Catalog.of(database);
        return catalog.currentSchema()
                .flatMap(current -> catalog.schema().flatMap(present -> {
                    // What a source can't tell stays, so it is asked again when all that it names is known.
                    SchemaDefinition named = InUse.of(current, source.wantedOf(present));
                    return elsewhere(catalog, named).flatMap(others -> {
                        SchemaDefinition from = seen.apply(InUse.with(present, others));
                        SchemaDefinition to =
                                seen.apply(InUse.of(current, source.wantedOf(InUse.with(present, others))));
                        return difference(SchemaComparison.of(database.dialect(), from, to, renames));
                    });
                }));
    }

    /** The wanted tables and sequences in other schemas than the one in use, as they are there. */
    private static Mono<SchemaDefinition> elsewhere(Catalog catalog, SchemaDefinition wanted) {
        Mono<List<TableDefinition>> tables = Flux.fromIterable(wanted.tables())
                .map(TableDefinition::name)
                .filter(name -> name.schema() != null)
                .concatMap(catalog::table)
                .collectList();
        Mono<List<SequenceDefinition>> sequences = Flux.fromIterable(wanted.sequences())
                .mapNotNull(sequence -> sequence.name().schema())
                .distinct()
                .concatMap(catalog::sequences)
                .filter(sequence -> wanted.sequence(sequence.name()).isPresent())
                .collectList();
        return Mono.zip(tables, sequences, (some, others) -> new SchemaDefinition(some, List.of(), others));
    }

    private Mono<Difference> difference(SchemaComparison comparison) {
        return Flux.fromIterable(comparison.tables())
                .concatMap(table -> settled(new OwnWords(table, comparison.keys())))
                .collectMap(TableDefinition::name)
                .map(settled -> comparison.to(comparison
                        .to()
                        .mapTables(table -> Objects.requireNonNullElse(settled.get(table.name()), table))))
                .flatMap(this::withTypeChecks)
                .flatMap(this::withoutIndexesOfKeys);
    }

    private Mono<TableDefinition> settled(OwnWords words) {
        TableDefinition wanted = words.table().to();
        return words.areNeeded() ? ScratchTable.of(wanted).written(database).map(words::settledBy) : Mono.just(wanted);
    }

    /** The checks of types have the names that the database knows, whoever gave them. */
    private Mono<Difference> withTypeChecks(SchemaComparison comparison) {
        return Flux.fromIterable(comparison.tables())
                .filter(table -> !table.retyped().isEmpty())
                .map(table -> comparison.back().name(table.table()))
                .concatMap(table -> Catalog.of(database).columns(table).map(column -> new Checked(table, column)))
                .collectList()
                .map(checked -> comparison.difference(drops, new Names(checked)::of));
    }

    private record Checked(QualifiedName table, PresentColumn column) {}

    private record Names(List<Checked> checked) {

        @Nullable String of(QualifiedName table, ColumnDefinition column) {
            for (Checked one : checked) {
                if (one.table.equals(table) && one.column.definition().name().equals(column.name())) {
                    return one.column.typeCheck();
                }
            }
            return null;
        }
    }

    /** MySQL and MariaDB make an index for a foreign key, and leave it when the key goes. */
    private Mono<Difference> withoutIndexesOfKeys(Difference difference) {
        Catalog catalog = Catalog.of(database);
        return Flux.fromIterable(difference.changes())
                .concatMap(change -> change instanceof DropForeignKey drop
                                && drop.name() != null
                                && isGoneAlone(drop, difference.changes())
                        ? indexOf(catalog, drop).flux().startWith(change)
                        : Flux.just(change))
                .collectList()
                .map(changes -> new Difference(difference.dialect(), changes, difference.withheld()));
    }

    /** Whether the key is not put back in another form, nor goes with its table. */
    private static boolean isGoneAlone(DropForeignKey drop, List<SchemaChange> changes) {
        return changes.stream()
                .noneMatch(change -> (change instanceof AddForeignKey add
                                && add.table().equals(drop.table())
                                && add.key().columns().equals(drop.columns()))
                        || (change instanceof DropTable gone && gone.table().equals(drop.table())));
    }

    private static Mono<SchemaChange> indexOf(Catalog catalog, DropForeignKey drop) {
        String name = Objects.requireNonNull(drop.name());
        return catalog.hasIndex(drop.table(), name)
                .filter(there -> there)
                .map(there -> new DropIndex(drop.table(), Kind.INDEX, name, drop.columns(), false));
    }
}
