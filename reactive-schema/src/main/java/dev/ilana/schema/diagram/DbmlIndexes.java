package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.IndexPart.OfExpression;
import dev.ilana.schema.definition.TableDefinition;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys and indexes of a table. What DBML has no setting for is in the index's note.
 *
 * @see <a href="https://dbml.dbdiagram.io/docs/#index-definition">Index definition</a>
 */
record DbmlIndexes(TableDefinition table) {

    /** Of the ways to build an index, those that DBML supports. */
    private static final Set<IndexMethod> TYPES = EnumSet.of(IndexMethod.BTREE, IndexMethod.HASH);

    /** Whether the column is the primary key, which is then said at the column. */
    boolean isPrimary(String column) {
        return table.indexes().stream()
                .anyMatch(
                        index -> isPrimaryOfOneColumn(index) && index.columns().contains(column));
    }

    /** The block of them; empty when there are none. */
    String block() {
        List<IndexDefinition> indexes = table.indexes().stream()
                .filter(index -> !isPrimaryOfOneColumn(index))
                .toList();
        return indexes.isEmpty()
                ? ""
                : indexes.stream()
                        .map(index -> "    " + index(index) + "\n")
                        .collect(Collectors.joining("", "\n  indexes {\n", "  }\n"));
    }

    private static boolean isPrimaryOfOneColumn(IndexDefinition index) {
        return index.isPrimary() && index.isOverColumns() && index.parts().size() == 1;
    }

    private static String index(IndexDefinition index) {
        String parts = index.parts().stream().map(DbmlIndexes::part).collect(Collectors.joining(", ", "(", ")"));
        List<String> settings = Stream.of(
                        kind(index.kind()),
                        Stream.ofNullable(index.name()).map(name -> "name: " + DbmlText.string(name)),
                        Stream.ofNullable(index.method())
                                .filter(TYPES::contains)
                                .map(type -> "type: " + word(type)),
                        Stream.of(note(index))
                                .filter(note -> !note.isEmpty())
                                .map(note -> "note: " + DbmlText.string(note)))
                .flatMap(setting -> setting)
                .toList();
        return parts + DbmlText.settings(settings);
    }

    private static Stream<String> kind(Kind kind) {
        return switch (kind) {
            case PRIMARY -> Stream.of("pk");
            case UNIQUE -> Stream.of("unique");
            case INDEX, FULLTEXT, SPATIAL -> Stream.empty();
        };
    }

    /** A column, or what else the index sorts by, in SQL. */
    private static String part(IndexPart part) {
        String order = part.descending() ? " desc" : "";
        if (part instanceof OfColumn column) {
            String length = column.length() == null ? "" : "(" + column.length() + ")";
            String compared = column.operatorClass() == null ? "" : " " + column.operatorClass();
            String how = length + compared + order;
            return how.isEmpty() ? DbmlText.name(column.column()) : DbmlText.expression(column.column() + how);
        }
        return DbmlText.expression(((OfExpression) part).sql() + order);
    }

    private static String note(IndexDefinition index) {
        Stream<String> kind = Stream.of(index.kind())
                .filter(one -> one == Kind.FULLTEXT || one == Kind.SPATIAL)
                .map(DbmlIndexes::word);
        Stream<String> method = Stream.ofNullable(index.method())
                .filter(one -> !TYPES.contains(one))
                .map(DbmlIndexes::word);
        Stream<String> language = Stream.ofNullable(index.language()).map(words -> "in " + words);
        Stream<String> rows = Stream.ofNullable(index.where()).map(condition -> "where " + condition);
        return Stream.of(kind, method, language, rows).flatMap(part -> part).collect(Collectors.joining("; "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
