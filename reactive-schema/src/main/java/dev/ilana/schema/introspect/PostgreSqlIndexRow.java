package dev.ilana.schema.introspect;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.IndexPart.OfExpression;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One part of an index of PostgreSQL, with what is true of the whole. */
record PostgreSqlIndexRow(
        String name,
        boolean primary,
        boolean unique,
        boolean constraint,
        String method,
        @Nullable String condition,
        IndexPart part) {

    private static final Pattern WORDS = Pattern.compile("to_tsvector\\('[^']*'::regconfig, \\(*\"?([\\w$]+)\"?");

    static PostgreSqlIndexRow of(CatalogRow row) {
        String column = row.text("column_name");
        boolean descending = row.yes("descending");
        return new PostgreSqlIndexRow(
                row.word("name"),
                row.yes("is_primary"),
                row.yes("is_unique"),
                row.yes("is_constraint"),
                row.word("method"),
                row.text("condition"),
                column == null
                        ? new OfExpression(row.word("expression"), descending)
                        : new OfColumn(column, descending, null, row.text("operator_class")));
    }

    static IndexDefinition index(List<PostgreSqlIndexRow> rows, List<ColumnDefinition> columns) {
        PostgreSqlIndexRow first = rows.get(0);
        List<IndexPart> parts = rows.stream().map(PostgreSqlIndexRow::part).toList();
        if (first.method.equals("gin")
                && parts.size() == 1
                && first.part instanceof OfExpression words
                && words.sql().contains("to_tsvector('")) {
            return fullText(first, words.sql());
        }
        Kind kind = first.primary ? Kind.PRIMARY : first.unique ? Kind.UNIQUE : Kind.INDEX;
        if (first.method.equals("gist") && areShapes(parts, columns)) {
            return new IndexDefinition(Kind.SPATIAL, first.name, parts, first.condition, null, null);
        }
        return new IndexDefinition(kind, first.name, parts, first.condition, first.indexMethod(), null);
    }

    /** Null where it is the default, and for one that an extension brought; said of a unique index that is no constraint. */
    private @Nullable IndexMethod indexMethod() {
        return switch (method) {
            case "hash", "gin", "gist", "spgist", "brin" -> IndexMethod.valueOf(method.toUpperCase(Locale.ROOT));
            default -> unique && !constraint ? IndexMethod.BTREE : null;
        };
    }

    /** What the schema builder makes of a full-text index. */
    private static IndexDefinition fullText(PostgreSqlIndexRow row, String sql) {
        List<IndexPart> columns = WORDS.matcher(sql)
                .results()
                .map((MatchResult match) -> IndexPart.column(match.group(1)))
                .toList();
        if (columns.isEmpty()) {
            return new IndexDefinition(Kind.INDEX, row.name, List.of(row.part), row.condition, IndexMethod.GIN, null);
        }
        String language = SqlText.STANDARD.literals(sql).get(0);
        return new IndexDefinition(
                Kind.FULLTEXT,
                row.name,
                columns,
                row.condition,
                null,
                language.equals("simple") ? null : language.replaceFirst("^.*\\.", ""));
    }

    private static boolean areShapes(List<IndexPart> parts, List<ColumnDefinition> columns) {
        return parts.stream()
                .allMatch(part -> part instanceof OfColumn indexed
                        && columns.stream()
                                .anyMatch(column -> column.name().equals(indexed.column())
                                        && column.type() instanceof ColumnType.Geometry));
    }
}
