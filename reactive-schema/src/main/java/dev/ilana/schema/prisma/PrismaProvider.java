package dev.ilana.schema.prisma;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.UnsupportedFeatureException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The databases that Prisma files can be for. */
public enum PrismaProvider {
    POSTGRESQL(List.of("postgresql", "postgres"), ProviderRules.POSTGRESQL),
    /** MariaDB too. */
    MYSQL(List.of("mysql"), ProviderRules.MYSQL),
    /** Which is ours: Prisma itself does not know H2. */
    H2(List.of("h2"), ProviderRules.H2);

    private final List<String> names;
    private final ProviderRules rules;

    PrismaProvider(List<String> names, ProviderRules rules) {
        this.names = names;
        this.rules = rules;
    }

    /**
     * The provider for that database.
     *
     * @throws UnsupportedFeatureException when there is none
     */
    public static PrismaProvider of(Dialect dialect) {
        if (dialect == Dialects.POSTGRESQL) {
            return POSTGRESQL;
        } else if (dialect == Dialects.MYSQL || dialect == Dialects.MARIADB) {
            return MYSQL;
        } else if (dialect == Dialects.H2) {
            return H2;
        }
        throw new UnsupportedFeatureException(
                dialect.name(), "Prisma files", "use one of PostgreSQL, MariaDB, MySQL and H2");
    }

    static Optional<PrismaProvider> named(String name) {
        return Stream.of(values()).filter(one -> one.names.contains(name)).findFirst();
    }

    static List<String> allNames() {
        return Stream.of(values()).flatMap(one -> one.names.stream()).toList();
    }

    /** As a datasource says it. */
    String word() {
        return names.get(0);
    }

    ProviderRules rules() {
        return rules;
    }
}
