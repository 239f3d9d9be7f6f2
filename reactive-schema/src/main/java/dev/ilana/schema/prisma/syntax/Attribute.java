package dev.ilana.schema.prisma.syntax;

import java.util.List;

/**
 * What is said of a field, a value or a whole block.
 *
 * @param name without the sign before it
 */
public record Attribute(Name name, List<Argument> arguments) {

    public Attribute {
        arguments = List.copyOf(arguments);
    }

    public static Attribute of(String name, Argument... arguments) {
        return new Attribute(Name.of(name), List.of(arguments));
    }

    String written(String sign) {
        return sign + name.text() + (arguments.isEmpty() ? "" : Argument.written(arguments));
    }
}
