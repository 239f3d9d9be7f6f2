package dev.ilana.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves a session other than it was is known by its words. */
class SessionWordsTest {

    private static final List<Dialect> ALL =
            List.of(Dialects.H2, Dialects.POSTGRESQL, Dialects.MARIADB, Dialects.MYSQL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set time zone 'UTC'",
                "  SET search_path = a",
                "set\tx = 1",
                "begin",
                "BEGIN; insert into t values (1)",
                "start transaction",
                "use other",
                "reset all",
                "select 1; set x = 1",
                "-- why\nset x = 1",
                "# why\nset x = 1",
                "/* why */ /* and */ set x = 1",
                "create temporary table t (id int)",
                "CREATE LOCAL TEMPORARY TABLE t (id int)",
                "create cached local temporary table t (id int)",
                "create temp table t (id int)",
                "lock tables t write",
                "select get_lock('a', 1)",
                "select pg_advisory_lock(1)",
                "select pg_try_advisory_lock_shared (1)",
                "select set_config('a', 'b', false)",
                "xa start 'a'",
                "prepare p from 'select 1'",
                "declare c cursor with hold for select 1"
            })
    void everyDialectSeesTheChange(String sql) {
        for (Dialect dialect : ALL) {
            if (!(dialect == Dialects.POSTGRESQL && sql.startsWith("lock"))) {
                assertThat(dialect.changesSession(sql))
                        .as("%s: %s", dialect, sql)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "comment on table t is 'a; '",
                "'; '; 1 ;\t;",
                "--",
                "/*",
                "select 1",
                "update users\nset name = 'a'",
                "update t set x = 1",
                "insert into settings values (1)",
                "select beginning, used from setters",
                "create table temporary_things (id int)",
                "create index started on t (a)",
                "with begin_ as (select 1) select * from begin_",
                "select pg_advisory_xact_lock(1)",
                "fetch 10 from c",
                "vacuum"
            })
    void andOnlyTheChange(String sql) {
        for (Dialect dialect : ALL) {
            assertThat(dialect.changesSession(sql)).as("%s: %s", dialect, sql).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set local statement_timeout = '1s'",
                "SET  LOCAL role a",
                "set transaction read only",
                "set constraints all deferred",
                "select set_config('app.tenant', $1, true)",
                "select set_config('a', lower('B'), TRUE )",
                "lock table t in share mode",
                "declare c cursor for select 1"
            })
    void whatLastsForATransactionOnPostgreSqlIsNone(String sql) {
        assertThat(Dialects.POSTGRESQL.changesSession(sql)).isFalse();
        assertThat(Dialects.MYSQL.changesSession(sql)).isTrue();
    }
}
