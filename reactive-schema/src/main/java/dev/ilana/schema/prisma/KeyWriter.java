package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.prisma.syntax.Argument;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.Expression;
import dev.ilana.schema.prisma.syntax.Expression.Call;
import dev.ilana.schema.prisma.syntax.Expression.ListOf;
import dev.ilana.schema.prisma.syntax.Expression.Numeral;
import dev.ilana.schema.prisma.syntax.Expression.Text;
import dev.ilana.schema.prisma.syntax.Expression.Word;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/** Writes keys as attributes. */
final class KeyWriter {

    private final ProviderRules rules;

    KeyWriter(ProviderRules rules) {
        this.rules = rules;
    }

    /** Whether an attribute can say all of it. */
    static boolean isSayable(IndexDefinition index) {
        return index.kind() != Kind.SPATIAL
                && index.where() == null
                && index.language() == null
                && index.parts().stream().allMatch(OfColumn.class::isInstance);
    }

    static boolean isUnique(IndexDefinition index) {
        return index.isPrimary()
                || (index.kind() == Kind.UNIQUE
                        && index.parts().stream()
                                .noneMatch(part -> part instanceof OfColumn column && column.length() != null));
    }

    /** Whether it stands behind its field; else it is one of the block. */
    boolean isOfField(IndexDefinition index) {
        return isSayable(index)
                && (index.isPrimary() || index.kind() == Kind.UNIQUE)
                && index.isOverColumns()
                && index.columns().size() == 1;
    }

    /** Behind its field. */
    Attribute ofField(IndexDefinition index, Written model) {
        return new Attribute(Name.of(word(index.kind())), name(index, model));
    }

    /** In the block. */
    Attribute ofBlock(IndexDefinition index, Written model) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Argument.of(
                ListOf.of(index.parts().stream().map(part -> part(part, model)).toList())));
        arguments.addAll(name(index, model));
        IndexMethod method = index.method();
        if (method != null && method != IndexMethod.BTREE) {
            arguments.add(Argument.of("type", Word.of(KeyReader.word(method))));
        }
        return new Attribute(Name.of(word(index.kind())), arguments);
    }

    /** What it is, in words, for one that can't be said. */
    static String described(IndexDefinition index) {
        return word(index.kind()) + " \"" + index.name() + "\" on "
                + String.join(
                        ", ",
                        index.parts().stream()
                                .map(part -> part instanceof IndexPart.OfExpression expression
                                        ? "(" + expression.sql() + ")"
                                        : ((OfColumn) part).column())
                                .toList())
                + (index.where() == null ? "" : " where " + index.where())
                + (index.language() == null ? "" : " in " + index.language());
    }

    private List<Argument> name(IndexDefinition index, Written model) {
        String usual =
                new ConstraintNames(rules).index(index.kind(), model.name().name(), index.columns());
        String name = index.name();
        return name == null || name.equals(usual) ? List.of() : List.of(Argument.of("map", Text.of(name)));
    }

    private static Expression part(IndexPart part, Written model) {
        OfColumn column = (OfColumn) part;
        String field = model.fieldName(column.column());
        List<Argument> arguments = new ArrayList<>();
        if (column.operatorClass() != null) {
            arguments.add(Argument.of("ops", OperatorClasses.written(column.operatorClass())));
        }
        if (column.length() != null) {
            arguments.add(Argument.of("length", Numeral.of(String.valueOf(column.length()))));
        }
        if (column.descending()) {
            arguments.add(Argument.of("sort", Word.of("Desc")));
        }
        return arguments.isEmpty() ? Word.of(field) : new Call(Name.of(field), arguments);
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case PRIMARY -> "id";
            case UNIQUE -> "unique";
            case FULLTEXT -> "fulltext";
            case INDEX, SPATIAL -> "index";
        };
    }
}
