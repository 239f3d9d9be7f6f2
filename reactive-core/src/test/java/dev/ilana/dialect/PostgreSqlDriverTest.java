package dev.ilana.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statements take the protocol whose results are binary, though they have no parameter. */
class PostgreSqlDriverTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from users",
                "  SELECT name\nfrom users",
                "with few as (select 1) select * from few",
                "fetch forward 100 from \"ilana_cursor_1\"",
                "select distinct name from users",
                "select counted from users"
            })
    void rowsDo(String sql) {
        assertThat(PostgreSqlDriver.fetchSize(sql)).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from users where id = $1", // takes it anyway
                "select count(*) from users",
                "select exists (select 1 from users)",
                "select 1",
                "select 1; select 2", // only the simple protocol takes two
                "insert into users (name) select name from others",
                "begin",
                "selected",
                ""
            })
    void othersDoNot(String sql) {
        assertThat(PostgreSqlDriver.fetchSize(sql)).isZero();
    }
}
