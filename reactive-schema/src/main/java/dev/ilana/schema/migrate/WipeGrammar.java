package dev.ilana.schema.migrate;

import java.util.List;

/** What there may be in a database, and how it is dropped; spelled for one database. */
abstract class WipeGrammar {

    /**
     * Things of one kind in the current schema.
     *
     * @param names a query whose one column is called "name"
     */
    record Things(String kind, String names) {}

    /** What is to be said before things are dropped, whatever refers to them. */
    List<String> beforeDropping() {
        return List.of();
    }

    /** All that is dropped, kind by kind. */
    abstract List<Things> things();

    abstract String drop(Things things, String name);
}
