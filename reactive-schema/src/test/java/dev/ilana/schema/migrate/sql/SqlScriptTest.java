package dev.ilana.schema.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts are cut where the database itself would end a statement, and nowhere else. */
class SqlScriptTest {

    private static final Dialect POSTGRESQL = Dialects.POSTGRESQL;
    private static final Dialect MARIADB = Dialects.MARIADB;
    private static final Dialect H2 = Dialects.H2;

    @Test
    void statementsEndAtSemicolonsAndTheLastNeedsNone() {
        assertThat(cut(H2, "select 1; select 2 ;;\n select 3")).containsExactly("select 1", "select 2", "select 3");
        assertThat(cut(H2, "")).isEmpty();
        assertThat(cut(H2, " ;\n-- nothing\n/* at all */;")).isEmpty();
        assertThat(cut(H2, "\uFEFFselect 1")).containsExactly("select 1");
    }

    @Test
    void eachKnowsItsLine() {
        assertThat(SqlScript.parse("-- one\n\nselect 1;\nselect\n2;", H2).up())
                .containsExactly(new SqlStatement("select 1", 3), new SqlStatement("select\n2", 4));
    }

    @Test
    void commentsHideWhatIsInThem() {
        assertThat(cut(POSTGRESQL, "select 1 -- one; two\n + 1; select /* ; ' */ 2"))
                .containsExactly("select 1 -- one; two\n + 1", "select /* ; ' */ 2");
        assertThat(cut(POSTGRESQL, "/* a /* b; */ c; */ select 1;")).containsExactly("select 1");
        assertThat(cut(H2, "/* a /* b; */ c; */ select 1;")).containsExactly("select 1");
    }

    @Test
    void commentsOfMySqlDoNotNestBeginWithAHashAndMayBeRun() {
        assertThat(cut(MARIADB, "/* a /* b */ select 1; # two; three\nselect 5--3;"))
                .containsExactly("select 1", "select 5--3");
        assertThat(cut(MARIADB, "/*!40101 set names utf8mb4 */; select 1"))
                .containsExactly("/*!40101 set names utf8mb4 */", "select 1");
        assertThat(cut(MARIADB, "-- a comment; of dashes\nselect 1")).containsExactly("select 1");
    }

    @Test
    void stringsHideWhatIsInThem() {
        assertThat(cut(H2, "select 'a;b', 'it''s; ok', \"a;\"\"b\"; select 2"))
                .containsExactly("select 'a;b', 'it''s; ok', \"a;\"\"b\"", "select 2");
        assertThat(cut(MARIADB, "select `a;b`, `c``;d`; select 2"))
                .containsExactly("select `a;b`, `c``;d`", "select 2");
    }

    @Test
    void aBackslashEscapesWhereTheDatabaseSaysSo() {
        assertThat(cut(MARIADB, "select 'it\\'s; ok', \"a\\\";b\"; select 2"))
                .containsExactly("select 'it\\'s; ok', \"a\\\";b\"", "select 2");
        assertThat(cut(POSTGRESQL, "select 'a\\'; select 2")).containsExactly("select 'a\\'", "select 2");
        assertThat(cut(POSTGRESQL, "select E'it\\'s; ok', e'\\\\'; select 2"))
                .containsExactly("select E'it\\'s; ok', e'\\\\'", "select 2");
        assertThat(cut(POSTGRESQL, "select type'\\'; select 2")).containsExactly("select type'\\'", "select 2");
        assertThat(cut(POSTGRESQL, "select \"\\\"; select 2")).containsExactly("select \"\\\"", "select 2");
    }

    @Test
    void dollarQuotesHideWhatIsInThem() {
        String function =
                "create function f() returns int as $body$ begin perform $$;$$; return 1; end $body$ language plpgsql";
        assertThat(cut(POSTGRESQL, function + "; select 1")).containsExactly(function, "select 1");
        assertThat(cut(POSTGRESQL, "select a$b; select $1; select 2$$; select 3"))
                .containsExactly("select a$b", "select $1", "select 2$$", "select 3");
        assertThat(cut(H2, "create alias f as $$ int f() { return 1; } $$; select 1"))
                .containsExactly("create alias f as $$ int f() { return 1; } $$", "select 1");
        assertThat(cut(MARIADB, "select $$a; select b")).containsExactly("select $$a", "select b");
    }

    @Test
    void aRoutinesAtomicBodyIsOneStatement() {
        String function = """
                create or replace function f(a int) returns int
                begin atomic
                  select case when a > 0 then 1 else 2 end;
                  select 2;
                end""";
        assertThat(cut(POSTGRESQL, function + "; select 1")).containsExactly(function, "select 1");
        assertThat(cut(POSTGRESQL, "begin; create table function_atomic (x int); end;"))
                .containsExactly("begin", "create table function_atomic (x int)", "end");
    }

    @Test
    void semicolonsInParenthesesEndNothing() {
        String rule = "create rule r as on insert to t do also (delete from a; delete from b)";
        assertThat(cut(POSTGRESQL, rule + "; select 1")).containsExactly(rule, "select 1");
    }

    @Test
    void theDelimiterOfMySqlCanBeAnother() {
        String trigger = "create trigger t before insert on a for each row begin set new.x = 1; set new.y = 2; end";
        assertThat(cut(MARIADB, "select 1;\ndelimiter //\n" + trigger + "//\nDELIMITER ;\nselect 2;"))
                .containsExactly("select 1", trigger, "select 2");
    }

    @Test
    void sectionsSayWhichWay() {
        SqlScript script = SqlScript.parse("""
                -- makes a table
                -- up
                create table a (t text default '
                -- down
                ');
                -- Down
                drop table a;
                """, POSTGRESQL);
        assertThat(script.up())
                .extracting(SqlStatement::text)
                .containsExactly("create table a (t text default '\n-- down\n')");
        assertThat(script.down()).extracting(SqlStatement::text).containsExactly("drop table a");
        assertThat(SqlScript.parse("select 1", H2).down()).isNull();
        assertThat(SqlScript.parse("-- up\nselect 1", H2).down()).isNull();
        assertThat(SqlScript.parse("select 1\n-- down\nselect 2", H2))
                .isEqualTo(new SqlScript(
                        List.of(new SqlStatement("select 1", 1)), List.of(new SqlStatement("select 2", 3))));
    }

    @Test
    void whatIsNotClosedIsRefusedWithItsPlace() {
        assertRefused(H2, "select 1;\n select 'a;", "line 2, column 9: a ' is opened here and never closed");
        assertRefused(H2, "select \"a", "line 1, column 8: a \" is opened here and never closed");
        assertRefused(MARIADB, "select `a", "line 1, column 8: a ` is opened here and never closed");
        assertRefused(POSTGRESQL, "/* /* */", "line 1, column 1: a comment is opened here and never closed");
        assertRefused(POSTGRESQL, "do $x$ $$", "line 1, column 4: a $x$ is opened here and never closed");
        assertRefused(
                POSTGRESQL, "select (1; select 2", "line 1, column 8: a parenthesis is opened here and never closed");
        assertRefused(
                POSTGRESQL,
                "create function f() returns int begin atomic select 1;",
                "line 1, column 1: this routine's \"begin\" has no \"end\"");
    }

    @Test
    void whatOnlyAClientUnderstandsIsRefused() {
        assertRefused(
                POSTGRESQL, "select 1;\n\\connect other", "line 2, column 1: this is a command of psql, and no SQL");
        assertRefused(
                POSTGRESQL,
                "copy t (a) from stdin;\n1\n\\.",
                "line 1, column 1: \"copy … from stdin\" needs psql; write the rows as an insert");
    }

    @Test
    void sectionsThatContradictAreRefused() {
        assertRefused(
                H2, "select 1;\n-- up\nselect 2", "line 1, column 1: a statement stands before the section \"-- up\"");
        assertRefused(H2, "-- up\n-- up\n", "line 2, column 1: there is a section \"-- up\" already");
        assertRefused(H2, "-- down\n-- down\n", "line 2, column 1: there is a section \"-- down\" already");
    }

    private static void assertRefused(Dialect dialect, String text, String message) {
        assertThatThrownBy(() -> SqlScript.parse(text, dialect))
                .isInstanceOf(MalformedSqlException.class)
                .hasMessage(message);
    }

    private static List<String> cut(Dialect dialect, String text) {
        return SqlScript.parse(text, dialect).up().stream()
                .map(SqlStatement::text)
                .toList();
    }
}
