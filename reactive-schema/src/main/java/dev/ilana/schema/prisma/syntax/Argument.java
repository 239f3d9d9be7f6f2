package dev.ilana.schema.prisma.syntax;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an attribute or a function is given.
 *
 * @param name null for one that is known by its place
 */
public record Argument(@Nullable Name name, Expression value) {

    public static Argument of(Expression value) {
        return new Argument(null, value);
    }

    public static Argument of(String name, Expression value) {
        return new Argument(Name.of(name), value);
    }

    Position position() {
        return name == null ? value.position() : name.position();
    }

    static String written(List<Argument> arguments) {
        return arguments.stream()
                .map(argument -> (argument.name == null ? "" : argument.name.text() + ": ") + argument.value.written())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
