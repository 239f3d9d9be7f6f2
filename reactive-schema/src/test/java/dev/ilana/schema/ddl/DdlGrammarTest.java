package dev.ilana.schema.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.DefaultValue.CurrentTime;
import dev.ilana.schema.definition.DefaultValue.Expression;
import dev.ilana.schema.definition.DefaultValue.Literal;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaChange.AddColumn;
import dev.ilana.schema.definition.SchemaChange.AddForeignKey;
import dev.ilana.schema.definition.SchemaChange.AddIndex;
import dev.ilana.schema.definition.SchemaChange.CreateTable;
import dev.ilana.schema.definition.SchemaChange.DropColumn;
import dev.ilana.schema.definition.SchemaChange.DropForeignKey;
import dev.ilana.schema.definition.SchemaChange.DropIndex;
import dev.ilana.schema.definition.SchemaChange.DropTable;
import dev.ilana.schema.definition.SchemaChange.RenameColumn;
import dev.ilana.schema.definition.SchemaChange.RenameTable;
import dev.ilana.schema.definition.TableDefinition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole statements, side by side for the four databases. */
class DdlGrammarTest {

    private static final List<Dialect> MYSQL_FAMILY = List.of(Dialects.MYSQL, Dialects.MARIADB);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BOOLEAN     | boolean          | boolean                     | tinyint(1)
            REAL        | real             | real                        | float
            DOUBLE      | double precision | double precision            | double
            TEXT        | text             | varchar                     | text
            MEDIUM_TEXT | text             | character large object      | mediumtext
            LONG_TEXT   | text             | character large object      | longtext
            BINARY      | bytea            | varbinary                   | longblob
            DATE        | date             | date                        | date
            TIME        | time(6)          | time(6)                     | time(6)
            DATE_TIME   | timestamp(6)     | timestamp(6)                | datetime(6)
            TIMESTAMP   | timestamptz(6)   | timestamp(6) with time zone | datetime(6)
            JSON        | jsonb            | json                        | json
            UUID        | uuid             | uuid                        | char(36)
            ULID        | char(26)         | char(26)                    | char(26)
            """)
    void everyPlainType(Plain type, String postgres, String h2, String mysql) {
        column(ColumnDefinition.of("c", type))
                .is("\"c\" " + postgres + " not null", "\"c\" " + h2 + " not null", "`c` " + mysql + " not null");
    }

    @ParameterizedTest
    @CsvSource({
        "TINY,   smallint, smallint, tinyint",
        "SMALL,  smallint, smallint, smallint",
        "NORMAL, integer,  integer,  int",
        "BIG,    bigint,   bigint,   bigint"
    })
    void everyIntegerSignedAndUnsigned(Size size, String postgres, String h2, String mysql) {
        column(ColumnDefinition.of("c", new Integral(size, false)))
                .is("\"c\" " + postgres + " not null", "\"c\" " + h2 + " not null", "`c` " + mysql + " not null");
        column(ColumnDefinition.of("c", new Integral(size, true)))
                .is(
                        "\"c\" " + postgres + " not null check (\"c\" >= 0)",
                        "\"c\" " + h2 + " not null check (\"c\" >= 0)",
                        "`c` " + mysql + " unsigned not null");
    }

    @Test
    void typesWithParameters() {
        column(ColumnDefinition.of("c", new Varchar(40)))
                .is("\"c\" varchar(40) not null", "\"c\" varchar(40) not null", "`c` varchar(40) not null");
        column(ColumnDefinition.of("c", new Char(3)))
                .is("\"c\" char(3) not null", "\"c\" char(3) not null", "`c` char(3) not null");
        column(ColumnDefinition.of("c", new Decimal(8, 2)))
                .is("\"c\" decimal(8, 2) not null", "\"c\" decimal(8, 2) not null", "`c` decimal(8, 2) not null");
        column(ColumnDefinition.of("c", new Enumeration(List.of("a", "b"))))
                .is(
                        "\"c\" varchar(255) not null check (\"c\" in ('a', 'b'))",
                        "\"c\" varchar(255) not null check (\"c\" in ('a', 'b'))",
                        "`c` enum('a', 'b') not null");
    }

    @Test
    void aGeneratedColumn() {
        column(new ColumnDefinition("id", new Integral(Size.BIG, false), false, true, null, null))
                .is(
                        "\"id\" bigint generated by default as identity not null",
                        "\"id\" bigint generated by default as identity not null",
                        "`id` bigint not null auto_increment");
    }

    @Test
    void aNullableColumn() {
        column(new ColumnDefinition("c", Plain.DATE, true, false, null, null))
                .is("\"c\" date", "\"c\" date", "`c` date");
    }

    @Test
    void scalarDefaults() {
        defaultOf(new Integral(Size.NORMAL, false), -5).is("-5");
        defaultOf(Plain.BOOLEAN, true).is("true");
        defaultOf(new Decimal(8, 2), new BigDecimal("1E+2")).is("100");
        defaultOf(Plain.DATE, LocalDate.of(2026, 1, 2)).is("'2026-01-02'");
        defaultOf(Plain.TIME, LocalTime.of(1, 2)).is("'01:02:00.000000'");
        defaultOf(Plain.DATE_TIME, LocalDateTime.of(2026, 1, 2, 3, 4)).is("'2026-01-02 03:04:00.000000'");
        defaultOf(Plain.TIMESTAMP, Instant.parse("2026-01-02T03:04:05.000006Z"))
                .is(
                        "'2026-01-02 03:04:05.000006+00:00'",
                        "'2026-01-02 03:04:05.000006+00:00'",
                        "'2026-01-02 03:04:05.000006'");
        defaultOf(Plain.UUID, new UUID(0, 1)).is("'00000000-0000-0000-0000-000000000001'");
        defaultOf(new Enumeration(List.of("UP")), ColumnEnum.UP).is("'UP'");
    }

    private enum ColumnEnum {
        UP
    }

    @Test
    void aTextEndsWhereItShould() {
        defaultOf(new Varchar(9), "it's").is("'it''s'");
        defaultOf(new Varchar(9), "\\' or").is("E'\\\\'' or'", "'\\'' or'", "'\\\\'' or'");
        defaultOf(new Varchar(9), "\\;").is("E'\\\\;'", "U&'\\\\\\003b'", "'\\\\;'");
    }

    @Test
    void largeTypesTakeAnExpressionOnMySql() {
        defaultOf(Plain.TEXT, "t").is("'t'", "'t'", "('t')");
        defaultOf(Plain.JSON, "{}").is("'{}'", "json '{}'", "('{}')");
    }

    @Test
    void rawDefaults() {
        defaultOf(new Varchar(9), new Expression("concat('a', 'b')"))
                .is("concat('a', 'b')", "concat('a', 'b')", "(concat('a', 'b'))");
    }

    @Test
    void theCurrentTimeInEachTemporalType() {
        DefaultValue now = new CurrentTime();
        defaultOf(Plain.TIMESTAMP, now).is("current_timestamp", "current_timestamp", "(utc_timestamp(6))");
        defaultOf(Plain.DATE_TIME, now).is("localtimestamp", "localtimestamp", "current_timestamp(6)");
        defaultOf(Plain.DATE, now).is("current_date", "current_date", "(current_date)");
        defaultOf(Plain.TIME, now).is("localtime(6)", "localtime(6)", "(current_time(6))");
        ColumnDefinition text = new ColumnDefinition("c", Plain.TEXT, false, false, now, null);
        assertThatThrownBy(() -> sql(Dialects.H2, new AddColumn("t", text, false)))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("column \"c\" holds no time; it can't use the current one");
    }

    @Test
    void comments() {
        AddColumn commented =
                new AddColumn("t", new ColumnDefinition("c", Plain.DATE, true, false, null, "it's \\"), false);
        assertThat(sql(Dialects.POSTGRESQL, commented))
                .isEqualTo("alter table \"t\" add column \"c\" date; comment on column \"t\".\"c\" is E'it''s \\\\'");
        assertThat(sql(Dialects.H2, commented))
                .isEqualTo("alter table \"t\" add column \"c\" date; comment on column \"t\".\"c\" is 'it''s \\'");
        for (Dialect dialect : MYSQL_FAMILY) {
            assertThat(sql(dialect, commented)).isEqualTo("alter table `t` add column `c` date comment 'it''s \\\\'");
        }
    }

    @Test
    void aTableWithEveryKindOfKey() {
        Integral big = new Integral(Size.BIG, false);
        change(new CreateTable(new TableDefinition(
                        "posts",
                        List.of(
                                new ColumnDefinition("id", big, false, true, null, null),
                                ColumnDefinition.of("user_id", big),
                                new ColumnDefinition("slug", new Varchar(50), false, false, null, "in the URL")),
                        List.of(
                                IndexDefinition.primary(List.of("id")),
                                IndexDefinition.unique(List.of("user_id", "slug")),
                                IndexDefinition.index(List.of("slug")),
                                new IndexDefinition(Kind.INDEX, "by_user", List.of("user_id"))),
                        List.of(userKey(ReferentialAction.CASCADE)))))
                .is(
                        "create table \"posts\" (\"id\" bigint generated by default as identity not null,"
                                + " \"user_id\" bigint not null, \"slug\" varchar(50) not null,"
                                + " constraint \"posts_pkey\" primary key (\"id\"),"
                                + " constraint \"posts_user_id_slug_unique\" unique (\"user_id\", \"slug\"),"
                                + " constraint \"posts_user_id_foreign\" foreign key (\"user_id\") references \"users\""
                                + " (\"id\") on delete cascade);"
                                + " create index \"posts_slug_index\" on \"posts\" (\"slug\");"
                                + " create index \"by_user\" on \"posts\" (\"user_id\");"
                                + " comment on column \"posts\".\"slug\" is 'in the URL'",
                        "create table \"posts\" (\"id\" bigint generated by default as identity not null,"
                                + " \"user_id\" bigint not null, \"slug\" varchar(50) not null,"
                                + " primary key (\"id\"),"
                                + " constraint \"posts_user_id_slug_unique\" unique (\"user_id\", \"slug\"),"
                                + " constraint \"posts_user_id_foreign\" foreign key (\"user_id\") references \"users\""
                                + " (\"id\") on delete cascade);"
                                + " create index \"posts_slug_index\" on \"posts\" (\"slug\");"
                                + " create index \"by_user\" on \"posts\" (\"user_id\");"
                                + " comment on column \"posts\".\"slug\" is 'in the URL'",
                        "create table `posts` (`id` bigint not null auto_increment, `user_id` bigint not null,"
                                + " `slug` varchar(50) not null comment 'in the URL', primary key (`id`),"
                                + " constraint `posts_user_id_slug_unique` unique (`user_id`, `slug`),"
                                + " index `posts_slug_index` (`slug`), index `by_user` (`user_id`),"
                                + " constraint `posts_user_id_foreign` foreign key (`user_id`) references `users` (`id`)"
                                + " on delete cascade) engine = InnoDB default character set utf8mb4");
    }

    @Test
    void tables() {
        change(new DropTable("t", false)).is("drop table \"t\"", "drop table \"t\"", "drop table `t`");
        change(new DropTable("t", true))
                .is("drop table if exists \"t\"", "drop table if exists \"t\"", "drop table if exists `t`");
        change(new RenameTable("t", "u"))
                .is(
                        "alter table \"t\" rename to \"u\"",
                        "alter table \"t\" rename to \"u\"",
                        "alter table `t` rename to `u`");
    }

    @Test
    void columnsOfATableThatIsThere() {
        change(new DropColumn("t", "c"))
                .is(
                        "alter table \"t\" drop column \"c\"",
                        "alter table \"t\" drop column \"c\"",
                        "alter table `t` drop column `c`");
        change(new RenameColumn("t", "c", "d"))
                .is(
                        "alter table \"t\" rename column \"c\" to \"d\"",
                        "alter table \"t\" alter column \"c\" rename to \"d\"",
                        "alter table `t` rename column `c` to `d`");
        change(new AddColumn(
                        "t",
                        new ColumnDefinition("id", new Integral(Size.NORMAL, false), false, true, null, null),
                        true))
                .is(
                        "alter table \"t\" add column \"id\" integer generated by default as identity not null primary key",
                        "alter table \"t\" add column \"id\" integer generated by default as identity not null primary key",
                        "alter table `t` add column `id` int not null auto_increment primary key");
    }

    @Test
    void indexesOfATableThatIsThere() {
        change(new AddIndex("t", IndexDefinition.primary(List.of("a", "b"))))
                .is(
                        "alter table \"t\" add constraint \"t_pkey\" primary key (\"a\", \"b\")",
                        "alter table \"t\" add primary key (\"a\", \"b\")",
                        "alter table `t` add primary key (`a`, `b`)");
        change(new AddIndex("t", IndexDefinition.unique(List.of("a"))))
                .is(
                        "alter table \"t\" add constraint \"t_a_unique\" unique (\"a\")",
                        "alter table \"t\" add constraint \"t_a_unique\" unique (\"a\")",
                        "alter table `t` add constraint `t_a_unique` unique (`a`)");
        change(new AddIndex("t", IndexDefinition.index(List.of("a", "b"))))
                .is(
                        "create index \"t_a_b_index\" on \"t\" (\"a\", \"b\")",
                        "create index \"t_a_b_index\" on \"t\" (\"a\", \"b\")",
                        "create index `t_a_b_index` on `t` (`a`, `b`)");
        change(new DropIndex("t", Kind.PRIMARY, null, List.of()))
                .is(
                        "alter table \"t\" drop constraint \"t_pkey\"",
                        "alter table \"t\" drop primary key",
                        "alter table `t` drop primary key");
        change(new DropIndex("t", Kind.UNIQUE, null, List.of("a")))
                .is(
                        "alter table \"t\" drop constraint \"t_a_unique\"",
                        "alter table \"t\" drop constraint \"t_a_unique\"",
                        "alter table `t` drop index `t_a_unique`");
        change(new DropIndex("t", Kind.INDEX, "mine", List.of()))
                .is("drop index \"mine\"", "drop index \"mine\"", "alter table `t` drop index `mine`");
    }

    @Test
    void foreignKeysOfATableThatIsThere() {
        change(new AddForeignKey("posts", userKey(ReferentialAction.NO_ACTION)))
                .is(
                        "alter table \"posts\" add constraint \"posts_user_id_foreign\" foreign key (\"user_id\")"
                                + " references \"users\" (\"id\")",
                        "alter table \"posts\" add constraint \"posts_user_id_foreign\" foreign key (\"user_id\")"
                                + " references \"users\" (\"id\")",
                        "alter table `posts` add constraint `posts_user_id_foreign` foreign key (`user_id`)"
                                + " references `users` (`id`)");
        change(new AddForeignKey(
                        "t",
                        new ForeignKeyDefinition(
                                "mine",
                                List.of("a", "b"),
                                "u",
                                List.of("c", "d"),
                                ReferentialAction.SET_NULL,
                                ReferentialAction.RESTRICT)))
                .is(
                        "alter table \"t\" add constraint \"mine\" foreign key (\"a\", \"b\") references \"u\" (\"c\","
                                + " \"d\") on delete set null on update restrict",
                        "alter table \"t\" add constraint \"mine\" foreign key (\"a\", \"b\") references \"u\" (\"c\","
                                + " \"d\") on delete set null on update restrict",
                        "alter table `t` add constraint `mine` foreign key (`a`, `b`) references `u` (`c`, `d`)"
                                + " on delete set null on update restrict");
        change(new DropForeignKey("posts", null, List.of("user_id")))
                .is(
                        "alter table \"posts\" drop constraint \"posts_user_id_foreign\"",
                        "alter table \"posts\" drop constraint \"posts_user_id_foreign\"",
                        "alter table `posts` drop foreign key `posts_user_id_foreign`");
    }

    @Test
    void mySqlHasNoSetDefault() {
        for (Dialect dialect : MYSQL_FAMILY) {
            assertThatThrownBy(() -> sql(dialect, new AddForeignKey("posts", userKey(ReferentialAction.SET_DEFAULT))))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessage(dialect + " has no \"set default\" for foreign keys; use nullOnDelete(), or set it in a"
                            + " trigger");
        }
    }

    @Test
    void longNamesAreCutToTheLimitAndStayApart() {
        String column = "a_rather_long_column_name_for_a_table_";
        AddIndex first = new AddIndex("measurements", IndexDefinition.index(List.of(column + 1, column + 2)));
        AddIndex second = new AddIndex("measurements", IndexDefinition.index(List.of(column + 1, column + 3)));
        String postgres = indexName(Dialects.POSTGRESQL, first);
        assertThat(postgres).hasSize(63).isEqualTo(indexName(Dialects.POSTGRESQL, first));
        assertThat(postgres).isNotEqualTo(indexName(Dialects.POSTGRESQL, second));
        assertThat(indexName(Dialects.MYSQL, first)).hasSize(64);
        assertThat(indexName(Dialects.H2, first)).isEqualTo("measurements_" + column + "1_" + column + "2_index");
    }

    @Test
    void whatIsThere() {
        assertThat(DdlGrammar.of(Dialects.POSTGRESQL).tableExists("t"))
                .isEqualTo("select 1 from information_schema.tables where table_schema = any (current_schemas(false))"
                        + " and table_name = 't'");
        assertThat(DdlGrammar.of(Dialects.H2).columnExists("t", "c"))
                .isEqualTo("select 1 from information_schema.columns where table_schema = current_schema"
                        + " and table_name = 't' and column_name = 'c'");
        assertThat(DdlGrammar.of(Dialects.MARIADB).tableExists("t"))
                .isEqualTo("select 1 from information_schema.tables where table_schema = database()"
                        + " and table_name = 't'");
    }

    private static ForeignKeyDefinition userKey(ReferentialAction onDelete) {
        return new ForeignKeyDefinition(
                null, List.of("user_id"), "users", List.of("id"), onDelete, ReferentialAction.NO_ACTION);
    }

    private static String indexName(Dialect dialect, AddIndex index) {
        return sql(dialect, index).replaceFirst("create index .(\\w+). on .*", "$1");
    }

    private static String sql(Dialect dialect, SchemaChange change) {
        return DdlGrammar.of(dialect).statements(change).stream().collect(Collectors.joining("; "));
    }

    private static Spelled change(SchemaChange change) {
        return new Spelled(change, "", "", "");
    }

    private static Spelled column(ColumnDefinition column) {
        return new Spelled(
                new AddColumn("t", column, false), "alter table \"t\" add column ", "alter table `t` add column ", "");
    }

    private static Spelled defaultOf(ColumnType type, Object value) {
        DefaultValue given = value instanceof DefaultValue already ? already : Literal.of(value);
        ColumnDefinition column = new ColumnDefinition("c", type, true, false, given, null);
        return new Spelled(new AddColumn("t", column, false), ".* default ", ".* default ", "( check .*)?");
    }

    /** A change and what all its statements begin and end with, as patterns. */
    private record Spelled(SchemaChange change, String start, String mySqlStart, String end) {

        void is(String everywhere) {
            is(everywhere, everywhere, everywhere);
        }

        void is(String postgres, String h2, String mySql) {
            matches(Dialects.POSTGRESQL, start, postgres);
            matches(Dialects.H2, start, h2);
            MYSQL_FAMILY.forEach(dialect -> matches(dialect, mySqlStart, mySql));
        }

        private void matches(Dialect dialect, String before, String expected) {
            String text = sql(dialect, change);
            if (before.startsWith(".*")) {
                assertThat(text.replaceFirst(before, "").replaceFirst(end + "$", ""))
                        .as(dialect.name())
                        .isEqualTo(expected);
            } else {
                assertThat(text).as(dialect.name()).isEqualTo(before + expected);
            }
        }
    }
}
