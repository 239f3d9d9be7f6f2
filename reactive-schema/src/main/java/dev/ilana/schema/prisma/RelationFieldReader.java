package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.Expression;
import dev.ilana.schema.prisma.syntax.Line.Field;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a field that is other models. */
final class RelationFieldReader {

    private static final List<String> ATTRIBUTES = List.of("relation", "ignore");

    private RelationFieldReader() {}

    static RelationField read(String model, Field line) {
        Attributes attributes = Attributes.of(line.attributes(), "a field of another model", ATTRIBUTES);
        Values.codeName("field", line.name());
        Arguments relation = Arguments.of(
                attributes.find("relation").orElseGet(() -> Attribute.of("relation")),
                "name",
                "fields",
                "references",
                "onDelete",
                "onUpdate",
                "map");
        return new RelationField(
                model,
                line.name(),
                line.type().name(),
                line.type().arity(),
                relation.find("name").map(RelationFieldReader::relationName).orElse(null),
                names(relation.find("fields")),
                names(relation.find("references")),
                action(relation.find("onDelete")),
                action(relation.find("onUpdate")),
                relation.find("map").map(Values::databaseName).orElse(null),
                attributes.flag("ignore"));
    }

    /** It becomes part of a table's name. */
    private static String relationName(Expression given) {
        return Values.databaseName(given);
    }

    private static List<Name> names(Optional<Expression> given) {
        List<Name> names = given.stream()
                .flatMap(list -> Values.list(list).stream())
                .map(Values::word)
                .toList();
        if (given.isPresent() && names.isEmpty()) {
            throw Malformed.at(given.get().position(), "a relation needs at least one field");
        }
        return names;
    }

    private static @Nullable ReferentialAction action(Optional<Expression> given) {
        return given.map(word -> {
                    Name name = Values.word(word);
                    return Stream.of(ReferentialAction.values())
                            .filter(action -> word(action).equals(name.text()))
                            .findFirst()
                            .orElseThrow(() -> Malformed.unknown(
                                    "action",
                                    name,
                                    Stream.of(ReferentialAction.values())
                                            .map(RelationFieldReader::word)
                                            .toList()));
                })
                .orElse(null);
    }

    /** As a file says it. */
    static String word(ReferentialAction action) {
        return switch (action) {
            case NO_ACTION -> "NoAction";
            case RESTRICT -> "Restrict";
            case CASCADE -> "Cascade";
            case SET_NULL -> "SetNull";
            case SET_DEFAULT -> "SetDefault";
        };
    }
}
