package dev.ilana.cli.make;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The kinds of files that are made, with the text of each as it is without a stub of the project's own. */
enum Stub {
    MODEL,
    PIVOT,
    MIGRATION,
    MIGRATION_CREATE,
    MIGRATION_TABLE,
    MIGRATION_PIVOT,
    SEEDER,
    FACTORY,
    OBSERVER,
    CAST;

    /** What it is called: {@code migration.create}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    String fileName() {
        return word() + ".java.stub";
    }

    String text() {
        try (InputStream text = Objects.requireNonNull(Stub.class.getResourceAsStream("stubs/" + fileName()))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
