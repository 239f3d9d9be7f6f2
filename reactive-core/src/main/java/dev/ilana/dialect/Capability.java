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
    /** Shows all statements of a transaction the same rows, where the transaction asks for it. */
    SNAPSHOT("snapshots that several statements read"),
    /** Refuses the writes of a transaction that is said to only read. */
    READ_ONLY_TRANSACTION("read-only transactions"),
    /** Rolls back the definition of tables with the transaction. */
    TRANSACTIONAL_DDL("transactional DDL"),
    /** Can run transactions as if one after another, and refuses what can't be. */
    SERIALIZABLE("true serializable transactions"),
    /** Runs in a process of its own, from which a connection can be cut. */
    SERVER("server of its own"),
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
    STATEMENT_TIMEOUT("statement timeouts"),
    /** Has locks with a name that a session holds and the server frees when the session ends. */
    SESSION_LOCK("locks held by a session"),

    // What tables may be made of.

    /** Has columns of several values of one type. */
    ARRAY_COLUMN("array columns"),
    /** Has columns of any of some words at once. */
    SET_COLUMN("set columns"),
    /** Has columns for addresses of the Internet and of network cards. */
    NETWORK_COLUMN("columns for network addresses"),
    /** Has enumerated and composite types and domains that stand by themselves. */
    USER_TYPE("types of one's own"),
    /** Has sequences that belong to no column. */
    SEQUENCE("sequences"),
    /** Computes a column when it is read. */
    VIRTUAL_COLUMN("virtual columns"),
    /** Sets a column to the time of each update. */
    CURRENT_ON_UPDATE("columns that an update sets to the current time"),
    /** Sorts each column's text in an order of its own. */
    COLUMN_COLLATION("collations of columns"),
    /** Keeps each column's text in an alphabet of its own. */
    COLUMN_CHARSET("character sets of columns"),
    /** Puts a new column behind another one. */
    COLUMN_AFTER("places for a new column"),
    /** Puts any column at any place. */
    COLUMN_PLACE("places for a column that is there, or the first place"),
    /** Keeps tables by engines, and each in an alphabet of its own. */
    TABLE_OPTION("engines, character sets and collations of tables"),
    /** Indexes some of the rows. */
    PARTIAL_INDEX("partial indexes"),
    /** Indexes what an expression makes of a row. */
    EXPRESSION_INDEX("indexes over expressions"),
    /** Indexes the beginning of a column. */
    PREFIX_INDEX("indexes over the beginning of a column"),
    /** Compares an index's values in the way that it is told. */
    OPERATOR_CLASS("operator classes of indexes"),
    /** Builds indexes in the way that it is told. */
    INDEX_METHOD("index methods such as hash, GIN and GiST"),
    /** Knows the words of a language in a full-text index. */
    FULLTEXT_LANGUAGE("languages of full-text indexes"),
    /** Builds an index while the table is written. */
    CONCURRENT_INDEX("indexes built concurrently"),
    /** Checks foreign keys when the transaction commits. */
    DEFERRABLE_KEY("deferrable foreign keys"),
    /** Sets a foreign key to its default when what it references is gone. */
    SET_DEFAULT_ACTION("\"set default\" for foreign keys"),
    /** Has schemas inside of a database. */
    SCHEMA("schemas inside of a database"),
    /** Can be extended by its own packages. */
    EXTENSION("extensions"),
    /** Is told how a table is changed, and what others may do meanwhile. */
    ONLINE_DDL("ALGORITHM and LOCK for changes of tables");

    private final String words;

    Capability(String words) {
        this.words = words;
    }

    /** The capability in a person's words, for messages. */
    public String words() {
        return words;
    }
}
