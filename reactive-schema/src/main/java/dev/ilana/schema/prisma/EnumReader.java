package dev.ilana.schema.prisma;

import dev.ilana.schema.prisma.PrismaEnum.Value;
import dev.ilana.schema.prisma.syntax.Expression;
import dev.ilana.schema.prisma.syntax.Line.Block;
import dev.ilana.schema.prisma.syntax.Line.EnumValue;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an enum. */
final class EnumReader {

    private EnumReader() {}

    static PrismaEnum read(Block block, Declarations declarations) {
        Attributes attributes = Attributes.of(block.attributes(), "an enum", List.of("map", "schema"));
        List<Value> values = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> stored = new HashSet<>();
        for (EnumValue line : block.values()) {
            Value value = value(line);
            if (!names.add(value.name())) {
                throw Malformed.at(line.name().position(), "the enum has this value already");
            } else if (!stored.add(value.stored())) {
                throw Malformed.at(line.name().position(), "another value is the same in the database");
            }
            values.add(value);
        }
        if (values.isEmpty()) {
            throw Malformed.at(block.name().position(), "an enum needs at least one value");
        }
        return new PrismaEnum(block.name().text(), declarations.databaseName(block.name(), "enum", attributes), values);
    }

    /** What the database has in its place need not be a name. */
    private static Value value(EnumValue line) {
        Name name = line.name();
        Optional<Expression> mapped = Attributes.of(line.attributes(), "a value", List.of("map"))
                .find("map")
                .map(map -> Arguments.of(map, "name").get("name"));
        return new Value(
                Values.codeName("value", name), mapped.map(Values::text).orElse(name.text()));
    }
}
