package dev.ilana.testkit.database;

/** The databases a test can ask for. */
public enum DatabaseKind {
    /** H2 in memory, inside this JVM: always there. */
    H2,
    /** PostgreSQL. */
    POSTGRESQL,
    /** MariaDB. */
    MARIADB,
    /** MySQL 8. */
    MYSQL
}
