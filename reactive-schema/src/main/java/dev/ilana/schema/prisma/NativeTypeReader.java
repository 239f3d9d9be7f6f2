package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.prisma.syntax.Argument;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.Expression;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/** Reads the type of the database that a field names. */
final class NativeTypeReader {

    private NativeTypeReader() {}

    /** @param prefix the word before the dot of its name */
    static ColumnType read(Attribute attribute, String prefix, Scalar scalar, NativeTypes types) {
        Name name = new Name(
                attribute.name().text().substring(prefix.length() + 1),
                attribute.name().position());
        List<NativeType> named = types.named(name.text());
        if (named.isEmpty()) {
            throw Malformed.unknown("type of the database", name, types.namesFor(scalar));
        }
        NativeType type = named.stream()
                .filter(one -> one.scalar() == scalar)
                .findFirst()
                .orElseThrow(() -> Malformed.at(
                        name.position(),
                        "\"" + name.text() + "\" is a type of "
                                + named.get(0).scalar().word() + ", not of " + scalar.word() + "; that can be "
                                + String.join(", ", types.namesFor(scalar))));
        List<Integer> numbers = numbers(attribute);
        if (numbers.size() < type.fewest() || numbers.size() > type.most()) {
            throw Malformed.at(
                    name.position(),
                    "\"" + name.text() + "\" takes "
                            + (type.fewest() == type.most() ? "" : type.fewest() + " to ")
                            + type.most() + " numbers, not " + numbers.size());
        }
        return Malformed.placed(name.position(), () -> type.type().apply(numbers));
    }

    private static List<Integer> numbers(Attribute attribute) {
        List<Integer> numbers = new ArrayList<>();
        for (Argument argument : attribute.arguments()) {
            Expression value = argument.value();
            if (argument.name() != null) {
                throw Malformed.at(argument.name().position(), "a type of the database takes numbers without names");
            }
            numbers.add(Values.number(value));
        }
        return numbers;
    }
}
