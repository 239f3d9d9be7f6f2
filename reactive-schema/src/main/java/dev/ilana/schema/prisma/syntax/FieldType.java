package dev.ilana.schema.prisma.syntax;

/**
 * The type of a field.
 *
 * @param name the type's; for {@code Unsupported("…")} what is between its quotes
 */
public record FieldType(Name name, boolean unsupported, Arity arity) {

    /** How many values a field has. */
    public enum Arity {
        ONE(""),
        OPTIONAL("?"),
        LIST("[]");

        private final String suffix;

        Arity(String suffix) {
            this.suffix = suffix;
        }
    }

    String written() {
        return (unsupported ? "Unsupported(" + StringLiteral.written(name.text()) + ")" : name.text()) + arity.suffix;
    }
}
