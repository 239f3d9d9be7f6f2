package dev.ilana.schema.migrate;

import static java.util.Objects.requireNonNull;

import dev.ilana.dialect.Dialect;
import dev.ilana.schema.migrate.dump.SchemaDump;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The migrations given, in their order, no two of one time; and the dump that may stand for the first of them. */
final class MigrationSet {

    private final List<Migration> given;
    private final NavigableMap<MigrationName, Migration> byName;
    private final @Nullable SchemaDump dump;

    private MigrationSet(
            List<Migration> given, NavigableMap<MigrationName, Migration> byName, @Nullable SchemaDump dump) {
        this.given = given;
        this.byName = byName;
        this.dump = dump;
    }

    /** Those of them that are of that connection. */
    static MigrationSet of(List<? extends Migration> migrations, @Nullable String connection, Dialect dialect) {
        NavigableMap<MigrationName, Migration> byName = new TreeMap<>();
        Map<String, MigrationName> byTime = new HashMap<>();
        for (Migration migration : migrations) {
            if (!Objects.equals(migration.connection(), connection)) {
                continue;
            }
            MigrationName name = MigrationName.of(migration);
            MigrationName other = byTime.put(name.time(), name);
            if (other != null) {
                throw new DuplicateMigrationException(name, other);
            }
            if (migration instanceof SqlMigration sql) {
                sql.check(dialect);
            }
            byName.put(name, migration);
        }
        return new MigrationSet(List.copyOf(migrations), byName, null);
    }

    /** The same of another connection. */
    MigrationSet of(@Nullable String connection, Dialect dialect) {
        return of(given, connection, dialect).with(dump);
    }

    /** The same with another dump; null for none. */
    MigrationSet with(@Nullable SchemaDump other) {
        return new MigrationSet(given, byName, other);
    }

    Optional<Dump> dump(MigratorSettings settings) {
        return Optional.ofNullable(dump).map(schema -> new Dump(schema, settings));
    }

    /** Whether the dump has it, and it need not be given any more. */
    boolean isDumped(MigrationName name) {
        return dump != null && dump.migrations().contains(name.value());
    }

    List<MigrationName> names() {
        return new ArrayList<>(byName.keySet());
    }

    boolean has(MigrationName name) {
        return byName.containsKey(name);
    }

    Migration get(MigrationName name) {
        return requireNonNull(byName.get(name));
    }

    void require(MigrationName name) {
        if (!has(name) && !isDumped(name)) {
            throw new UnknownMigrationException(name, "given", names());
        }
    }
}
