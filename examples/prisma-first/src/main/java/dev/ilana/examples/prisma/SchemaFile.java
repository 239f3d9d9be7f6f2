package dev.ilana.examples.prisma;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The file {@code schema.prisma} of the class path. */
final class SchemaFile {

    static final String NAME = "schema.prisma";

    private SchemaFile() {}

    /** Its text. Reading blocks, so it is for where a program starts. */
    static String read() {
        try (InputStream file = Objects.requireNonNull(SchemaFile.class.getResourceAsStream("/" + NAME), NAME)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
