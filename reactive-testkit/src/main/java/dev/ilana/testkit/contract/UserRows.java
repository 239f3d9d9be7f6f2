package dev.ilana.testkit.contract;

import dev.ilana.DB;
import dev.ilana.testkit.database.Runner;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of the table of users, as a query without models writes and reads them. */
final class UserRows {

    private UserRows() {}

    static Map<String, Object> row(String name, @Nullable Integer age) {
        Map<String, Object> row = new HashMap<>();
        row.put("name", name);
        row.put("email", name.toLowerCase(Locale.ROOT) + "@example.org");
        row.put("age", age);
        row.put("kind", "MEMBER");
        return row;
    }

    static List<String> ages(Runner run) {
        return run.list(DB.table("users").orderBy("name").get()).stream()
                .map(row -> row.get("name") + " " + row.get("age"))
                .toList();
    }
}
