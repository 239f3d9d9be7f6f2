package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table with its columns and indexes.
 *
 * @see <a href="https://dbml.dbdiagram.io/docs/#table-definition">Table definition</a>
 */
record DbmlTable(TableDefinition table) {

    /** A type that needs no quotes; any other is a name. */
    private static final Pattern PLAIN_TYPE = Pattern.compile("[a-z]+(\\(\\d+(,\\d+)?\\))?");

    String block() {
        return table.columns().stream()
                .map(column -> "  " + column(column) + "\n")
                .collect(Collectors.joining(
                        "",
                        "Table " + DbmlText.name(table.name()) + " {\n",
                        indexes().block() + note() + "}\n"));
    }

    private String column(ColumnDefinition column) {
        List<String> settings = Stream.of(
                        setting(indexes().isPrimary(column.name()), "pk"),
                        setting(!column.nullable(), "not null"),
                        setting(column.autoIncrement(), "increment"),
                        Stream.ofNullable(column.defaultValue())
                                .map(value -> "default: " + DbmlDefault.of(value, column.type())),
                        Stream.of(note(column))
                                .filter(note -> !note.isEmpty())
                                .map(note -> "note: " + DbmlText.string(note)))
                .flatMap(setting -> setting)
                .toList();
        return DbmlText.name(column.name()) + " " + type(column) + DbmlText.settings(settings);
    }

    private static Stream<String> setting(boolean given, String word) {
        return given ? Stream.of(word) : Stream.empty();
    }

    private String type(ColumnDefinition column) {
        String words = TypeWords.of(column.type());
        return enumeration(column).orElseGet(() -> PLAIN_TYPE.matcher(words).matches() ? words : DbmlText.name(words));
    }

    /** An enum tells its words itself. */
    private String note(ColumnDefinition column) {
        return ColumnNote.of(
                column, enumeration(column).isPresent() ? Stream.empty() : TypeWords.choices(column.type()));
    }

    private Optional<String> enumeration(ColumnDefinition column) {
        return DbmlEnums.nameOf(table, column);
    }

    private DbmlIndexes indexes() {
        return new DbmlIndexes(table);
    }

    private String note() {
        String comment = table.comment();
        return comment == null || comment.isBlank() ? "" : "\n  Note: " + DbmlText.string(comment) + "\n";
    }
}
