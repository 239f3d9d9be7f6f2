package dev.ilana.schema.prisma.syntax;

/** A place in a text; its line and its column are counted from 1. */
public record Position(int line, int column) {

    /** Of what was made and not read. */
    public static final Position NONE = new Position(0, 0);
}
