package dev.ilana.schema.ddl;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Names for keys that were given none: {@code users_email_unique}, cut to what the database takes. */
record KeyNames(int maxLength) {

    private static final int HASH_LENGTH = 8;

    /** The name given, else the one made from the table and its columns: the same for the same, on every run. */
    String of(@Nullable String given, String table, List<String> columns, String suffix) {
        if (given != null) {
            return given;
        }
        String name = table + "_" + (columns.isEmpty() ? "" : String.join("_", columns) + "_") + suffix;
        return fits(name) ? name : cut(name);
    }

    /** True when the database takes the name as it is. */
    boolean fits(String name) {
        return bytes(name) <= maxLength;
    }

    /** What is cut off lives on in a hash, so that two long names do not become one. */
    private String cut(String name) {
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        String start = name;
        while (bytes(start) > maxLength - HASH_LENGTH - 1) {
            start = start.substring(0, start.length() - 1);
        }
        return start + "_" + String.format("%08x", hash.getValue());
    }

    /** PostgreSQL counts bytes; the others count characters, which are never more. */
    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
