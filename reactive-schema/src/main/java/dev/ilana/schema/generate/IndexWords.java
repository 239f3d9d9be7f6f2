package dev.ilana.schema.generate;

import dev.ilana.schema.ddl.Spelling;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.IndexPart.OfExpression;
import dev.ilana.schema.definition.KeyChange.DropIndex;
import dev.ilana.schema.definition.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words by which a blueprint is told indexes, unique constraints and primary keys. */
record IndexWords(Spelling spelling, Imports imports) {

    /** The key's own name; null for the one that it is given anyway. */
    @Nullable String ownName(QualifiedName table, IndexDefinition index) {
        String name = index.name();
        return name == null || name.equals(spelling.name(table, index.withName(null))) ? null : name;
    }

    Chain added(QualifiedName table, IndexDefinition index) {
        List<OfColumn> columns = index.parts().stream()
                .flatMap(part -> part instanceof OfColumn column ? Stream.of(column) : Stream.empty())
                .toList();
        if (columns.size() < index.parts().size()) {
            return ofExpressions(table, index);
        }
        Chain told = Chain.BLUEPRINT.sayTexts(word(index.kind()), index.columns());
        List<String> descending = columns.stream()
                .filter(OfColumn::descending)
                .map(OfColumn::column)
                .toList();
        if (!descending.isEmpty()) {
            told = told.sayTexts("descending", descending);
        }
        for (OfColumn column : columns) {
            String name = JavaLiteral.text(column.column());
            if (column.length() != null) {
                told = told.say("prefix", name, String.valueOf(column.length()));
            }
            if (column.operatorClass() != null) {
                told = told.say("operatorClass", name, JavaLiteral.text(column.operatorClass()));
            }
        }
        return rest(told, table, index);
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case PRIMARY -> "primary";
            case UNIQUE -> "unique";
            case INDEX -> "index";
            case FULLTEXT -> "fullText";
            case SPATIAL -> "spatialIndex";
        };
    }

    private Chain rest(Chain begun, QualifiedName table, IndexDefinition index) {
        Chain told = begun;
        String own = ownName(table, index);
        if (own != null) {
            told = told.say("name", JavaLiteral.text(own));
        }
        IndexMethod method = index.method();
        if (method != null) {
            told = told.say("using", imports.constant(method));
        }
        if (index.language() != null) {
            told = told.say("language", JavaLiteral.text(index.language()));
        }
        return index.where() == null ? told : told.say("where", JavaLiteral.text(index.where()));
    }

    /** One expression has a word; of several parts the index is described in full. */
    private Chain ofExpressions(QualifiedName table, IndexDefinition index) {
        boolean isPlain = index.kind() == Kind.UNIQUE || index.kind() == Kind.INDEX;
        if (isPlain && index.parts().size() == 1 && !index.parts().get(0).descending()) {
            String sql = ((OfExpression) index.parts().get(0)).sql();
            return rest(
                    Chain.BLUEPRINT.say(index.kind() == Kind.UNIQUE ? "rawUnique" : "rawIndex", JavaLiteral.text(sql)),
                    table,
                    index);
        }
        String kind = imports.name(IndexDefinition.class) + ".Kind." + index.kind();
        String parts = index.parts().stream()
                .map(this::part)
                .collect(Collectors.joining(", ", imports.name(List.class) + ".of(", ")"));
        return rest(
                Chain.BLUEPRINT.say(
                        "index", "new IndexDefinition(" + kind + ", null, " + parts + ", null, null, null)"),
                table,
                index);
    }

    private String part(IndexPart part) {
        String type = imports.name(IndexPart.class);
        if (part instanceof OfExpression expression) {
            return "new " + type + ".OfExpression(" + JavaLiteral.text(expression.sql()) + ", "
                    + expression.descending() + ")";
        }
        OfColumn column = (OfColumn) part;
        String operatorClass = column.operatorClass();
        return "new " + type + ".OfColumn(" + JavaLiteral.text(column.column()) + ", " + column.descending() + ", "
                + column.length() + ", " + (operatorClass == null ? "null" : JavaLiteral.text(operatorClass)) + ")";
    }

    /** By the columns, where the name is the one that those give; else by the name. */
    Chain dropped(DropIndex drop) {
        String name = drop.name();
        if (drop.concurrently()) {
            String made = name == null ? made(drop) : name;
            return Chain.BLUEPRINT.say("dropIndexConcurrently", JavaLiteral.text(made));
        } else if (drop.kind() == Kind.PRIMARY) {
            return name == null
                    ? Chain.BLUEPRINT.say("dropPrimary")
                    : Chain.BLUEPRINT.say("dropPrimaryNamed", JavaLiteral.text(name));
        } else if (name == null || (!drop.columns().isEmpty() && name.equals(made(drop)))) {
            return Chain.BLUEPRINT.sayTexts(droppedWord(drop.kind()), drop.columns());
        }
        return Chain.BLUEPRINT.say(
                drop.kind() == Kind.UNIQUE ? "dropUniqueNamed" : "dropIndexNamed",
                JavaLiteral.text(Objects.requireNonNull(name)));
    }

    private String made(DropIndex drop) {
        return spelling.name(drop.table(), IndexDefinition.of(drop.kind(), drop.columns()));
    }

    private static String droppedWord(Kind kind) {
        return switch (kind) {
            case PRIMARY -> "dropPrimary";
            case UNIQUE -> "dropUnique";
            case INDEX -> "dropIndex";
            case FULLTEXT -> "dropFullText";
            case SPATIAL -> "dropSpatialIndex";
        };
    }
}
