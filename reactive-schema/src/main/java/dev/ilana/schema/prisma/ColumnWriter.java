package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.TextRules;
import dev.ilana.schema.prisma.syntax.Argument;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.Expression.Numeral;
import dev.ilana.schema.prisma.syntax.Expression.Text;
import dev.ilana.schema.prisma.syntax.FieldType;
import dev.ilana.schema.prisma.syntax.FieldType.Arity;
import dev.ilana.schema.prisma.syntax.Line.Field;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes columns as fields. */
final class ColumnWriter {

    private final ProviderRules rules;
    private final EnumWriter enums;
    private final KeyWriter keys;

    ColumnWriter(ProviderRules rules, EnumWriter enums) {
        this.rules = rules;
        this.enums = enums;
        this.keys = new KeyWriter(rules);
    }

    void write(ColumnDefinition column, Written model) {
        String name = model.names().free(column.name());
        boolean list = column.type() instanceof ArrayOf;
        ColumnType element = column.type() instanceof ArrayOf array ? array.element() : column.type();
        ColumnType kept = Substitutes.of(element, rules);
        PrismaEnum values = kept instanceof Enumeration words ? enums.of(words, model, column) : null;
        Scalar scalar = values == null ? scalar(kept) : null;
        List<Attribute> attributes = new ArrayList<>();
        key(column, model).ifPresent(attributes::add);
        new DefaultWriter(scalar, values, list).write(column).ifPresent(attributes::add);
        if (!name.equals(column.name())) {
            attributes.add(Attribute.of("map", Argument.of(Text.of(column.name()))));
        }
        if (scalar != null && !rules.types().of(scalar).equals(kept)) {
            attributes.add(nativeType(kept));
        }
        Arity arity = list ? Arity.LIST : column.nullable() ? Arity.OPTIONAL : Arity.ONE;
        model.add(
                column,
                new Field(
                        Name.of(name),
                        new FieldType(type(kept, scalar, values), isUnknown(scalar, values), arity),
                        attributes,
                        null));
        note(column, element, kept, model);
    }

    private Optional<Attribute> key(ColumnDefinition column, Written model) {
        return onlyOf(column, model).map(index -> keys.ofField(index, model));
    }

    /** The first key that is this column alone, and can stand behind it. */
    Optional<IndexDefinition> onlyOf(ColumnDefinition column, Written model) {
        return model.table().indexes().stream()
                .filter(keys::isOfField)
                .filter(index -> index.columns().get(0).equals(column.name()))
                .findFirst();
    }

    // Types

    private @Nullable Scalar scalar(ColumnType type) {
        return rules.types()
                .usualOf(type)
                .or(() -> named(type).map(NativeType::scalar))
                .orElse(null);
    }

    private Optional<NativeType> named(ColumnType type) {
        return rules.types().types().stream()
                .filter(one -> one.numbers().apply(type).isPresent())
                .findFirst();
    }

    private Attribute nativeType(ColumnType type) {
        NativeType named = named(type).orElseThrow();
        return new Attribute(
                Name.of("db." + named.name()),
                named.numbers().apply(type).orElseThrow().stream()
                        .map(number -> Argument.of(Numeral.of(String.valueOf(number))))
                        .toList());
    }

    private static boolean isUnknown(@Nullable Scalar scalar, @Nullable PrismaEnum values) {
        return scalar == null && values == null;
    }

    private Name type(ColumnType type, @Nullable Scalar scalar, @Nullable PrismaEnum values) {
        if (scalar != null) {
            return Name.of(scalar.word());
        }
        return Name.of(values == null ? rules.types().sqlOf(type) : values.name());
    }

    // What a field can't say

    private void note(ColumnDefinition column, ColumnType element, ColumnType kept, Written model) {
        String name = column.name();
        if (Substitutes.losesCheck(element, kept)) {
            model.note("column \"" + name + "\" is held to its type by a check: " + element);
        }
        if (column.type() instanceof ArrayOf && !column.nullable()) {
            model.note("column \"" + name + "\" is not null");
        }
        if (column.computed() != null) {
            model.note("column \"" + name + "\" is computed: "
                    + Objects.requireNonNull(column.computed()).sql());
        }
        if (column.currentOnUpdate()) {
            model.note("column \"" + name + "\" is set to the time of each update");
        }
        if (!column.text().equals(TextRules.NONE)) {
            model.note("column \"" + name + "\" has an alphabet of its own: " + column.text());
        }
    }
}
