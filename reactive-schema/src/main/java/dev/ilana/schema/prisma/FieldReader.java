package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.FieldType;
import dev.ilana.schema.prisma.syntax.FieldType.Arity;
import dev.ilana.schema.prisma.syntax.Line.Field;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a field that is a column. */
final class FieldReader {

    private static final List<String> ATTRIBUTES = List.of("id", "unique", "default", "updatedAt", "map", "ignore");

    private final Declarations declarations;

    FieldReader(Declarations declarations) {
        this.declarations = declarations;
    }

    /** @param comment what the file says of it; null for nothing */
    ColumnField read(Field line, @Nullable String comment) {
        Attributes attributes = Attributes.ofField(line.attributes(), declarations.prefix(), ATTRIBUTES);
        FieldKind kind = kind(line);
        requireArity(line, attributes);
        boolean list = line.type().arity() == Arity.LIST;
        String column = attributes.mapped(Values.codeName("field", line.name()));
        boolean optional = line.type().arity() == Arity.OPTIONAL;
        FieldDefault value = attributes
                .find("default")
                .map(attribute -> new DefaultReader(declarations, kind, list).read(attribute))
                .orElse(FieldDefault.NONE);
        if (value.countsUp() && optional) {
            throw Malformed.at(line.name().position(), "a field that counts up always has a value; leave the ? out");
        }
        ColumnType type = list ? new ArrayOf(kind.type()) : kind.type();
        PrismaField field = new PrismaField(
                line.name().text(),
                column,
                kind.word(),
                type,
                list,
                optional,
                attributes.flag("ignore"),
                value.countsUp(),
                value.generated(),
                isUpdatedAt(attributes, kind, list));
        // As Prisma makes them, a column with a list may be null, which reads as an empty one.
        ColumnDefinition definition = Malformed.placed(
                line.name().position(),
                () -> ColumnDefinition.of(column, type)
                        .withNullable(optional || list)
                        .withAutoIncrement(value.countsUp())
                        .withDefault(value.value())
                        .withComment(comment));
        return new ColumnField(line, attributes, field, definition);
    }

    private FieldKind kind(Field line) {
        FieldType type = line.type();
        String word = type.name().text();
        Optional<Attribute> named = Attributes.nativeType(line.attributes(), declarations.prefix());
        Optional<Scalar> scalar = type.unsupported() ? Optional.empty() : Scalar.of(word);
        if (named.isPresent() && scalar.isEmpty()) {
            throw Malformed.at(
                    named.get().name().position(), "only a field of a type of Prisma's can name one of the database");
        }
        if (type.unsupported()) {
            return new FieldKind(
                    word,
                    Malformed.placed(
                            type.name().position(),
                            () -> declarations.rules().types().ofSql(word)),
                    null,
                    null);
        } else if (scalar.isPresent()) {
            NativeTypes types = declarations.rules().types();
            ColumnType column = named.map(
                            attribute -> NativeTypeReader.read(attribute, declarations.prefix(), scalar.get(), types))
                    .orElseGet(() -> types.of(scalar.get()));
            return new FieldKind(word, column, scalar.get(), null);
        }
        PrismaEnum of = declarations.enums().get(word);
        if (of == null) {
            throw Malformed.unknown("type", type.name(), declarations.types());
        }
        return new FieldKind(
                word, new Enumeration(of.stored(), declarations.rules().enumTypes() ? of.type() : null), null, of);
    }

    private void requireArity(Field line, Attributes attributes) {
        Arity arity = line.type().arity();
        if (arity == Arity.LIST && !declarations.rules().lists()) {
            throw Malformed.at(
                    line.type().name().position(), "this database has no lists; use Json, or a model of the values");
        }
        if (arity != Arity.ONE && attributes.has("id")) {
            throw Malformed.at(line.name().position(), "an id always has one value; leave the ? or [] out");
        }
    }

    private static boolean isUpdatedAt(Attributes attributes, FieldKind kind, boolean list) {
        boolean updatedAt = attributes.flag("updatedAt");
        if (updatedAt && (kind.scalar() != Scalar.DATE_TIME || list)) {
            throw Malformed.at(
                    attributes.find("updatedAt").orElseThrow().name().position(),
                    "only a DateTime can be set to the time of each write");
        }
        return updatedAt;
    }
}
