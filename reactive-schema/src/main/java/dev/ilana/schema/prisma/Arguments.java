package dev.ilana.schema.prisma;

import dev.ilana.schema.prisma.syntax.Argument;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.Expression;
import dev.ilana.schema.prisma.syntax.Expression.Call;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an attribute or a function is given, by name; each of these names is one that it knows. */
final class Arguments {

    private final Name owner;
    private final Map<String, Expression> given;

    private Arguments(Name owner, Map<String, Expression> given) {
        this.owner = owner;
        this.given = given;
    }

    /** @param known the names it knows, the first of which need not be said; it must where that is empty */
    static Arguments of(Attribute attribute, String... known) {
        return of(attribute.name(), attribute.arguments(), known);
    }

    /** @param known the names it knows, the first of which need not be said */
    static Arguments of(Call call, String... known) {
        return of(call.function(), call.arguments(), known);
    }

    /** Refuses whatever a function is given that takes nothing. */
    static void requireNone(Call call) {
        if (!call.arguments().isEmpty()) {
            throw Malformed.at(
                    call.arguments().get(0).value().position(),
                    "\"" + call.function().text() + "\" takes nothing");
        }
    }

    private static Arguments of(Name owner, List<Argument> arguments, String... known) {
        Map<String, Expression> given = new HashMap<>();
        List<String> names = List.of(known);
        for (Argument argument : arguments) {
            Name name = argument.name();
            if (name != null && !names.contains(name.text())) {
                throw Malformed.unknown("argument", name, names);
            }
            if (name == null && names.get(0).isEmpty()) {
                throw Malformed.at(
                        argument.value().position(),
                        "\"" + owner.text() + "\" takes nothing without its name; it can be "
                                + String.join(", ", names.subList(1, names.size())));
            }
            String key = name == null ? names.get(0) : name.text();
            if (given.putIfAbsent(key, argument.value()) != null) {
                throw Malformed.at(
                        name == null ? argument.value().position() : name.position(),
                        "\"" + owner.text() + "\" is given \"" + key + "\" twice");
            }
        }
        return new Arguments(owner, given);
    }

    Optional<Expression> find(String name) {
        return Optional.ofNullable(given.get(name));
    }

    Expression get(String name) {
        return find(name)
                .orElseThrow(() -> Malformed.at(owner.position(), "\"" + owner.text() + "\" needs \"" + name + "\""));
    }
}
