package dev.ilana.schema.prisma.syntax;

/** A word and its place. A dot may be in it, as in {@code db.VarChar}. */
public record Name(String text, Position position) {

    /** A name that was not read. */
    public static Name of(String text) {
        return new Name(text, Position.NONE);
    }
}
