package dev.ilana.schema.ddl;

import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Matches;
import dev.ilana.schema.definition.CheckDefinition.Positive;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names as one database writes them: quoted, none longer than it takes, and made up where none was given. */
final class Identifiers {

    private final Dialect dialect;
    private final KeyNames keyNames;

    Identifiers(Dialect dialect, int maxLength) {
        this.dialect = dialect;
        this.keyNames = new KeyNames(maxLength);
    }

    Dialect dialect() {
        return dialect;
    }

    /**
     * The name, quoted.
     *
     * @throws InvalidUsageException when it is longer than the database takes: some cut it without a word
     */
    String quoted(String name) {
        if (!keyNames.fits(name)) {
            throw new InvalidUsageException("\"" + name + "\" is too long a name for " + dialect.name()
                    + ", which takes " + keyNames.maxLength() + " letters; shorten it");
        }
        return dialect.grammar().quoted(name);
    }

    String quoted(QualifiedName name) {
        String schema = name.schema();
        return schema == null ? quoted(name.name()) : quoted(schema) + "." + quoted(name.name());
    }

    /** The words that begin a change of the table. */
    String alter(QualifiedName table) {
        return "alter table " + quoted(table);
    }

    String list(List<String> names) {
        return names.stream().map(this::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    // Names of keys, the given or the made ones; not quoted.

    String of(QualifiedName table, IndexDefinition index) {
        return keyNames.of(
                index.name(),
                table.name(),
                index.parts().stream().map(Identifiers::words).toList(),
                suffix(index.kind()));
    }

    String of(QualifiedName table, ForeignKeyDefinition key) {
        return keyNames.of(key.name(), table.name(), key.columns(), "foreign");
    }

    String of(QualifiedName table, CheckDefinition check) {
        return keyNames.of(check.name(), table.name(), check.columns(), suffix(check.rule()));
    }

    /** The name of the check that holds a column to its type. */
    String typeCheck(QualifiedName table, String column) {
        return keyNames.of(null, table.name(), List.of(column), "type");
    }

    String dropped(QualifiedName table, Kind kind, @Nullable String given, List<String> columns) {
        return keyNames.of(given, table.name(), columns, suffix(kind));
    }

    String droppedForeign(QualifiedName table, @Nullable String given, List<String> columns) {
        return keyNames.of(given, table.name(), columns, "foreign");
    }

    String droppedCheck(QualifiedName table, @Nullable String given, List<String> columns) {
        return keyNames.of(given, table.name(), columns, "check");
    }

    /** The name that PostgreSQL itself would give a primary key. */
    String primaryKey(QualifiedName table, @Nullable String given) {
        return keyNames.of(given, table.name(), List.of(), "pkey");
    }

    /** What an expression contributes to a name: its letters and digits. */
    private static String words(IndexPart part) {
        return part instanceof IndexPart.OfColumn column
                ? column.column()
                : ((IndexPart.OfExpression) part)
                        .sql()
                        .replaceAll("[^A-Za-z0-9]+", "_")
                        .replaceAll("^_|_$", "");
    }

    private static String suffix(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String suffix(CheckDefinition.Rule rule) {
        return rule instanceof Positive ? "positive" : rule instanceof Matches ? "regex" : "check";
    }
}
