package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The foreign keys of a schema. DBML refuses the whole text for one that it can't have; that one is a comment instead.
 *
 * @see <a href="https://dbml.dbdiagram.io/docs/#relationships--foreign-key-definitions">Relationships</a>
 */
final class DbmlReferences {

    private final SchemaDefinition schema;

    /** The two ends of each reference that is there: DBML has no second one between them, in either direction. */
    private final Set<Set<End>> joined = new HashSet<>();

    DbmlReferences(SchemaDefinition schema) {
        this.schema = schema;
    }

    /** A line each. */
    String lines() {
        return Reference.of(schema).stream().map(this::line).collect(Collectors.joining());
    }

    private String line(Reference reference) {
        ForeignKeyDefinition key = reference.key();
        String name = key.name() == null ? "" : " " + DbmlText.name(key.name());
        String drawn = "Ref" + name + ": " + ends(reference) + actions(key) + "\n";
        return whyNot(reference).map(why -> "// " + why + ": " + drawn).orElse(drawn);
    }

    private Optional<String> whyNot(Reference reference) {
        ForeignKeyDefinition key = reference.key();
        Optional<TableDefinition> referenced = schema.table(key.referencedTable());
        Set<End> ends = Stream.of(
                        End.of(reference.table().name(), key.columns()),
                        End.of(key.referencedTable(), key.referencedColumns()))
                .collect(Collectors.toSet());
        if (referenced.isEmpty()) {
            return Optional.of("no such table is defined");
        } else if (key.referencedColumns().stream()
                .anyMatch(column -> referenced.get().column(column).isEmpty())) {
            return Optional.of("no such column is defined");
        } else if (ends.size() == 1) {
            return Optional.of("columns can't refer to themselves");
        }
        return joined.add(ends) ? Optional.empty() : Optional.of("these are joined already");
    }

    /** Of two ends that are one to one, DBML takes the second for the one with the key. */
    private static String ends(Reference reference) {
        ForeignKeyDefinition key = reference.key();
        String own = end(reference.table().name(), key.columns());
        String other = end(key.referencedTable(), key.referencedColumns());
        return reference.isOneToOne() ? other + " - " + own : own + " > " + other;
    }

    private static String end(QualifiedName table, List<String> columns) {
        String names = columns.stream().map(DbmlText::name).collect(Collectors.joining(", "));
        return DbmlText.name(table) + "." + (columns.size() == 1 ? names : "(" + names + ")");
    }

    private static String actions(ForeignKeyDefinition key) {
        return DbmlText.settings(Stream.concat(action("delete", key.onDelete()), action("update", key.onUpdate()))
                .toList());
    }

    private static Stream<String> action(String on, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? Stream.empty() : Stream.of(on + ": " + action.words());
    }

    /** Columns of a table, in whatever order. */
    private record End(QualifiedName table, Set<String> columns) {
        static End of(QualifiedName table, List<String> columns) {
            return new End(table, Set.copyOf(columns));
        }
    }
}
