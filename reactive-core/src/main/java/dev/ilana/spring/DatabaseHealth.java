package dev.ilana.spring;

import dev.ilana.connection.Database;
import dev.ilana.connection.Health;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The health of a database, as Spring Boot shows it. */
record DatabaseHealth(Database database) implements HealthReporter {

    /** A reporter for each database, and those that there are beside them, by the names of their beans. */
    static Map<String, HealthReporter> all(Map<String, Database> databases, Map<String, HealthReporter> others) {
        Map<String, HealthReporter> all = new LinkedHashMap<>();
        databases.forEach((name, database) -> all.put(name, new DatabaseHealth(database)));
        all.putAll(others);
        return all;
    }

    @Override
    public Mono<HealthReport> report() {
        return database.healthCheck().map(this::shown);
    }

    private HealthReport shown(Health health) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("database", database.where());
        details.put("latency", health.latency().toMillis() + " ms");
        put(details, "product", health.product());
        put(details, "error", health.error());
        Health.Pool pool = health.pool();
        if (pool != null) {
            details.put(
                    "pool",
                    Map.of(
                            "acquired", pool.acquired(),
                            "idle", pool.idle(),
                            "pending", pool.pending(),
                            "max", pool.max()));
        }
        return new HealthReport(health.up() ? HealthReport.UP : HealthReport.DOWN, details);
    }

    private static void put(Map<String, Object> details, String key, @Nullable Object value) {
        if (value != null) {
            details.put(key, value);
        }
    }
}
