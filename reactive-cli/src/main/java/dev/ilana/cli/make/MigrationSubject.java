package dev.ilana.cli.make;

import dev.ilana.model.Inflector;
import dev.ilana.sql.Names;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a new migration is about.
 *
 * @param table empty where it is about none
 */
record MigrationSubject(Stub stub, String table) {

    private static final Pattern TIME = Pattern.compile("M\\d{8}_\\d{6}_");
    private static final Pattern CREATES = Pattern.compile("create_(\\w+)_table");
    private static final Pattern CHANGES = Pattern.compile("\\w+_(?:to|from|in)_(\\w+)_table");

    /** What the name tells: {@code create_posts_table}, {@code add_age_to_users_table}, or the same as a class is called. */
    static MigrationSubject of(String name) {
        String words = Inflector.snake(TIME.matcher(name).replaceFirst(""));
        Matcher creates = CREATES.matcher(words);
        if (creates.matches()) {
            return new MigrationSubject(Stub.MIGRATION_CREATE, creates.group(1));
        }
        Matcher changes = CHANGES.matcher(words);
        return changes.matches()
                ? new MigrationSubject(Stub.MIGRATION_TABLE, changes.group(1))
                : new MigrationSubject(Stub.MIGRATION, "");
    }

    /** Whether a table can be called that, with its schema before it or without. */
    static boolean isTable(String text) {
        return Stream.of(text.split("\\.", -1)).allMatch(Names::isName);
    }

    Map<String, String> values(NewMigration migration) {
        Map<String, String> values = new LinkedHashMap<>(migration.values());
        if (!table.isEmpty()) {
            values.put("table", table);
        }
        return values;
    }
}
