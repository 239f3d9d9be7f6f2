package dev.ilana.examples.benchmark.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables and columns, as its generator would write them. */
final class Tables {

    static final Table<Record> USERS = table(name("users"));
    static final Table<Record> NEW_USERS = table(name("new_users"));
    static final Table<Record> POSTS = table(name("posts"));
    static final Table<Record> EVENTS = table(name("events"));

    static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
    static final Field<String> EMAIL = field(name("email"), SQLDataType.VARCHAR);
    static final Field<Integer> AGE = field(name("age"), SQLDataType.INTEGER);
    static final Field<Boolean> ACTIVE = field(name("active"), SQLDataType.BOOLEAN);
    static final Field<BigDecimal> BALANCE = field(name("balance"), SQLDataType.NUMERIC(12, 2));
    static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
    static final Field<Instant> UPDATED_AT = field(name("updated_at"), SQLDataType.INSTANT);

    static final Field<Long> USER_ID = field(name("user_id"), SQLDataType.BIGINT);
    static final Field<String> TITLE = field(name("title"), SQLDataType.VARCHAR);
    static final Field<Integer> VIEWS = field(name("views"), SQLDataType.INTEGER);

    static final Field<String> KIND = field(name("kind"), SQLDataType.VARCHAR);
    static final Field<String> PAYLOAD = field(name("payload"), SQLDataType.VARCHAR);

    private Tables() {}
}
