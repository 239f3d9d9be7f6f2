package dev.ilana.schema.generate;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the Javadoc of a model says: the comments of its table, and what the model can't do. */
final class ModelDoc {

    private ModelDoc() {}

    static String of(ModelClass model) {
        TableDefinition table = model.table();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(said(table.comment()) + "A row of {@code " + table.name() + "}.");
        if (model.key().isEmpty()) {
            paragraphs.add(
                    "The table has no key that tells a row from the others: its rows are read, and a\n * {@code save()} is refused.");
        }
        List<String> own = table.columns().stream()
                .filter(column -> ModelTypeWords.isOfDatabase(column.type()))
                .map(column -> "{@code " + column.name() + "}")
                .toList();
        if (!own.isEmpty()) {
            paragraphs.add("Only this database has the type of " + String.join(", ", own)
                    + ":\n * the value is what its driver gives and takes, and text is taken for what it spells.");
        }
        return paragraphs.size() == 1
                ? "/** " + paragraphs.get(0) + " */\n"
                : paragraphs.stream().collect(Collectors.joining("\n *\n * <p>", "/**\n * ", "\n */\n"));
    }

    /** What the database has as the column's comment; empty when it has none. */
    static String of(ColumnDefinition column) {
        return column.comment() == null || column.comment().isBlank()
                ? ""
                : "    /** " + harmless(column.comment()) + " */\n";
    }

    private static String said(@Nullable String comment) {
        if (comment == null || comment.isBlank()) {
            return "";
        }
        String harmless = harmless(comment);
        return harmless.endsWith(".") ? harmless + " " : harmless + ". ";
    }

    /** In one line, and nothing but text to the compiler and to Javadoc. */
    private static String harmless(String comment) {
        StringBuilder text = new StringBuilder();
        comment.replaceAll("[\\s\\p{Cntrl}]+", " ").strip().chars().forEach(c -> {
            if ("&<>@*/\\{}".indexOf(c) >= 0) {
                text.append("&#").append(c).append(';');
            } else {
                text.append((char) c);
            }
        });
        return text.toString();
    }
}
