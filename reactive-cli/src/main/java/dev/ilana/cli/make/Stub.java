package dev.ilana.cli.make;

import java.util.Locale;

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
        return Resource.text("stubs/" + fileName());
    }
}
