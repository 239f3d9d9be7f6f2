package dev.ilana.schema.prisma;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Prisma files for tests. */
final class PrismaTexts {

    private PrismaTexts() {}

    /** A file with every construct that all databases know, laid out as {@code prisma format} does. */
    static String rich() {
        try (InputStream file = Objects.requireNonNull(PrismaTexts.class.getResourceAsStream("rich.prisma"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
