package dev.ilana.dialect;

/** What some databases can do and others can't. A test that needs one names it here when it is skipped. */
public enum Capability {
    /** Answers a write with columns of the rows it wrote, in the same statement. */
    RETURNING("INSERT … RETURNING"),
    /** Gives the generated key of each row of an insert of many. */
    KEYS_OF_MANY("generated keys of a multi-row insert"),
    /** Takes a list as one bound array. */
    ARRAY_BINDING("arrays as bound values"),
    /** Reads a result in windows on a connection that stays free in between. */
    SERVER_CURSOR("server-side cursors"),
    /** Rolls back the definition of tables with the transaction. */
    TRANSACTIONAL_DDL("transactional DDL"),
    /** Can run transactions as if one after another, and refuses what can't be. */
    SERIALIZABLE("true serializable transactions"),
    /** Runs in a process of its own, from which a connection can be cut. */
    SERVER("server of its own"),
    /** Finds out whether JSON has a value somewhere among its elements. */
    JSON_CONTAINMENT("JSON containment"),
    /** Finds words in text by an index of the table's own. */
    FULL_TEXT("full-text search"),
    /** Lets a joined query read the columns of the sources before it. */
    LATERAL("lateral joins"),
    /** Keeps the rows without partner of both sides of a join. */
    FULL_JOIN("full joins"),
    /** Keeps one row for each value of some expressions. */
    DISTINCT_ON("distinct on"),
    /** Locks rows against change while others may read them under such a lock too. */
    SHARED_LOCK("shared row locks"),
    /** Leaves out the rows of an insert whose key is taken, in one statement. */
    INSERT_IGNORE("inserts that leave out what is there"),
    /** Stops a statement by the session's own time limit. */
    STATEMENT_TIMEOUT("statement timeouts");

    private final String words;

    Capability(String words) {
        this.words = words;
    }

    /** The capability in a person's words, for messages. */
    public String words() {
        return words;
    }
}
