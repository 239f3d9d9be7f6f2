package dev.ilana.cli.make;

import dev.ilana.cli.console.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A kind of database that a project may begin with, and where a new one is. */
enum SetupDriver {
    H2(0, "h2:file:./database/app"),
    POSTGRESQL(5432, "postgresql://app:password@localhost:5432/app"),
    MARIADB(3306, "mariadb://app:password@localhost:3306/app"),
    MYSQL(3306, "mysql://app:password@localhost:3306/app");

    private final int port;
    private final String url;

    SetupDriver(int port, String url) {
        this.port = port;
        this.url = url;
    }

    /**
     * The one of that word.
     *
     * @throws UsageException when there is none
     */
    static SetupDriver of(String word) {
        return Stream.of(values())
                .filter(driver -> driver.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException("--driver is h2, postgresql, mariadb or mysql, not " + word));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its database is a file of the project, and no server. */
    boolean isFile() {
        return port == 0;
    }

    String url() {
        return url;
    }

    /** What a connection says of it, key by key. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("driver", word());
        if (isFile()) {
            settings.put("database", "file:./database/app");
        } else {
            settings.put("host", "localhost");
            settings.put("port", String.valueOf(port));
            settings.put("database", "app");
            settings.put("username", "app");
        }
        return settings;
    }

    /** What of it git leaves out. */
    List<String> ignored() {
        return isFile() ? List.of("/.env", "/database/*.db") : List.of("/.env");
    }
}
