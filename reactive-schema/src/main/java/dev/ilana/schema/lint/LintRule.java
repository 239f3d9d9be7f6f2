package dev.ilana.schema.lint;

import java.util.Locale;

/** What can be unsafe in a change of a database that is in use, each with the safe way. */
public enum LintRule {
    DROP_TABLE("the old version of the program still reads it; deploy one that does not, then drop it in a later"
            + " migration"),
    DROP_COLUMN("the old version of the program still reads it, and models name their columns; deploy one that does"
            + " not, then drop it in a later migration"),
    RENAME_TABLE("the old version of the program knows the old name; create a view of the new name, move the program"
            + " over, then rename"),
    RENAME_COLUMN("the old version of the program knows the old name; add the new column, write both, copy in batches,"
            + " move the reads over, then drop the old one"),
    CHANGE_TYPE("it may write the whole table anew under a lock; add a column of the new type, write both, copy in"
            + " batches, then swap"),
    NOT_NULL_WITHOUT_DEFAULT("it fails as soon as there are rows, and the old version of the program does not fill it;"
            + " add it nullable or with a default, fill it, then make it not null"),
    SET_NOT_NULL("it reads the whole table under a lock; add \"check (column is not null) not valid\", validate the"
            + " constraint in a migration of its own, then set not null, which then reads nothing"),
    VOLATILE_DEFAULT("each row gets a value of its own, so the whole table is written anew under a lock; add the column"
            + " without a default, set the default for new rows, then fill the old ones in batches"),
    INDEX_NOT_CONCURRENTLY("nobody can write to the table while it is built; use \"create index concurrently\", which"
            + " is concurrently(), in a migration without a transaction"),
    CONCURRENTLY_IN_TRANSACTION("the database refuses it in a transaction; let withinTransaction be false, or begin the"
            + " file with \"-- no transaction\""),
    FOREIGN_KEY_NOT_VALID("all rows are checked while both tables are locked; add it \"not valid\" by notValid(), and"
            + " \"validate constraint\" by validateConstraint(name) in a later migration"),
    CHECK_NOT_VALID("all rows are checked while the table is locked; add it \"not valid\" by checkNotValid(name, sql),"
            + " and \"validate constraint\" by validateConstraint(name) in a later migration"),
    UNIQUE_WITHOUT_INDEX(
            "its index is built while the table is locked; \"create unique index concurrently\" first, then"
                    + " \"add constraint … unique using index\": unique(…).concurrently(), then uniqueUsingIndex(name)"),
    JSON_INSTEAD_OF_JSONB("json has no equality, so distinct and group by fail on it; use jsonb"),
    INT_KEY("it ends at 2,147,483,647, and to widen it later writes the table anew; use bigint"),
    TIMEOUT_TAKEN_AWAY(
            "a statement that waits for a lock without end holds up everybody behind it; leave the migrator's"
                    + " lock timeout, or set a longer one"),
    DATA_AND_DEFINITIONS(
            "rows are changed while the definitions' locks are held, and where the database commits at each"
                    + " definition a failure leaves half; give the data a migration of its own"),
    WRITE_OF_ALL_ROWS(
            "every row is locked until it ends; write in batches by key, in a migration without a transaction"),
    TRUNCATE("it can't be undone by a rollback of the migration, and locks the table"),
    MANY_DEFINITIONS(
            "this database commits at each, so a failure between them leaves half; give each a migration of its"
                    + " own, or one \"alter table\" with several parts");

    private final String why;

    LintRule(String why) {
        this.why = why;
    }

    /** As it is written in a configuration, such as {@code drop-table}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is wrong with it, and the safe way. */
    public String why() {
        return why;
    }
}
