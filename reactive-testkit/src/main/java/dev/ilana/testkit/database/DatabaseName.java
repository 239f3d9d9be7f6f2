package dev.ilana.testkit.database;

import java.util.Locale;
import java.util.UUID;

/** Names of test databases: safe to write unquoted, and unique also between JVMs that share a server. */
final class DatabaseName {

    private static final int HINT_LENGTH = 40;

    private DatabaseName() {}

    static String unique(String hint) {
        String safe = hint.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "_");
        String start = "t_" + safe.substring(0, Math.min(safe.length(), HINT_LENGTH));
        // 40 + 2 + 1 + 12 stays below PostgreSQL's 63 and MySQL's 64.
        return start + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }
}
