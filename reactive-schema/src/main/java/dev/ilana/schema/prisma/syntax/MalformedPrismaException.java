package dev.ilana.schema.prisma.syntax;

import dev.ilana.error.IlanaException;
import org.jspecify.annotations.Nullable;

/** A Prisma file that can't be read, or says what can't be; nothing of it was taken. */
public final class MalformedPrismaException extends IlanaException {

    private final @Nullable String file;
    private final Position position;
    private final String what;

    public MalformedPrismaException(Position position, String what) {
        this(null, position, what);
    }

    private MalformedPrismaException(@Nullable String file, Position position, String what) {
        super((file == null
                        ? "line " + position.line() + ", column " + position.column()
                        : file + ":" + position.line() + ":" + position.column())
                + ": " + what);
        this.file = file;
        this.position = position;
        this.what = what;
    }

    /** The same error of that file: {@code schema.prisma:2:6: …}, which terminals and editors make a link of. */
    public MalformedPrismaException in(String name) {
        return new MalformedPrismaException(name.replaceAll("\\p{Cntrl}", "?"), position, what);
    }

    /** The file; null for a text that was given without its name. */
    public @Nullable String file() {
        return file;
    }

    /** Where it is, counted from 1. */
    public int line() {
        return position.line();
    }

    /** Where in its line, counted from 1. */
    public int column() {
        return position.column();
    }
}
