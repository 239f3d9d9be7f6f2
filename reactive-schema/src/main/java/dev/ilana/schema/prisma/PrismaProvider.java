package dev.ilana.schema.prisma;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.UnsupportedFeatureException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The databases that Prisma files can be for. */
public enum PrismaProvider {
    POSTGRESQL("postgresql", "postgres"),
    /** MariaDB too. */
    MYSQL("mysql", "mysql"),
    /** Which is ours: Prisma itself does not know H2. */
    H2("h2", "h2");

    private final String word;
    private final String otherWord;

    PrismaProvider(String word, String otherWord) {
        this.word = word;
        this.otherWord = otherWord;
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
        return Stream.of(values())
                .filter(one -> one.word.equals(name) || one.otherWord.equals(name))
                .findFirst();
    }

    static List<String> allNames() {
        return Stream.of(values())
                .flatMap(one -> Stream.of(one.word, one.otherWord))
                .distinct()
                .toList();
    }

    /** As a datasource says it. */
    String word() {
        return word;
    }

    ProviderRules rules() {
        return switch (this) {
            case POSTGRESQL -> ProviderRules.POSTGRESQL;
            case MYSQL -> ProviderRules.MYSQL;
            case H2 -> ProviderRules.H2;
        };
    }
}
