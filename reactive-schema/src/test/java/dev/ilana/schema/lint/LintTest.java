package dev.ilana.schema.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is unsafe is found, and what is safe is let through. */
class LintTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop-table | drop table \"users\"",
                "drop-table | DROP TABLE IF EXISTS users CASCADE",
                "drop-column | alter table \"users\" drop column \"age\"",
                "drop-column | alter table users drop age",
                "rename-table | alter table users rename to people",
                "rename-column | alter table users rename column age to years",
                "change-type | alter table users alter column age type bigint",
                "change-type | alter table users alter age set data type bigint using age::bigint",
                "not-null-without-default | alter table \"users\" add column \"age\" integer not null",
                "set-not-null | alter table users alter column age set not null",
                "volatile-default | alter table users add column token uuid default gen_random_uuid()",
                "index-not-concurrently | create index users_age_index on users (age)",
                "index-not-concurrently | create unique index users_age_index on users (age)",
                "foreign-key-not-valid | alter table posts add constraint p foreign key (user_id) references users (id)",
                "check-not-valid | alter table users add constraint c check (age > 0)",
                "unique-without-index | alter table users add constraint u unique (email)",
                "json-instead-of-jsonb | create table prefs (id bigint primary key, data json)",
                "json-instead-of-jsonb | alter table users add column data json",
                "int-key | create table users (id serial primary key)",
                "int-key | create table users (id integer not null, name text, primary key (id))",
                "timeout-taken-away | set lock_timeout = 0",
                "write-of-all-rows | update users set age = 1",
                "write-of-all-rows | delete from users",
                "truncate | truncate users"
            })
    void onPostgreSql(String rule, String sql) {
        assertThat(ids(Dialects.POSTGRESQL, sql)).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rename-table | rename table users to people",
                "rename-column | alter table `users` change `age` `years` int",
                "change-type | alter table `users` modify column `age` bigint",
                "not-null-without-default | alter table `users` add column `age` int not null",
                "int-key | create table users (id int auto_increment primary key)"
            })
    void onMariaDb(String rule, String sql) {
        assertThat(ids(Dialects.MARIADB, sql)).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create table users (id bigint primary key, data jsonb, age integer)",
                "alter table users add column age integer",
                "alter table users add column age integer not null default 0",
                "alter table users drop constraint c",
                "alter table users alter column age drop not null",
                "alter table users alter column age drop default",
                "alter table users add constraint c check (age > 0) not valid",
                "alter table users add constraint u unique using index u",
                "alter table users validate constraint c",
                "insert into notes (body) values ('drop table users; truncate users')",
                "update users set age = 1 where id between 1 and 1000",
                "-- drop table users",
                "set lock_timeout = '10s'"
            })
    void whatIsSafeIsLetThrough(String sql) {
        assertThat(ids(Dialects.POSTGRESQL, sql)).isEmpty();
    }

    @Test
    void aTableOfItsOwnMayBeChangedInAnyWay() {
        assertThat(ids(
                        Dialects.POSTGRESQL,
                        "create table \"users\" (id bigint primary key)",
                        "alter table \"users\" add column age integer not null",
                        "create index users_age on \"users\" (age)",
                        "alter table \"users\" add constraint u unique (age)",
                        "drop table \"users\""))
                .isEmpty();
    }

    @Test
    void anIndexIsBuiltConcurrentlyOutsideOfATransaction() {
        String sql = "create index concurrently users_age on users (age)";
        assertThat(Lint.check(Dialects.POSTGRESQL, List.of(sql), false)).isEmpty();
        assertThat(ids(Dialects.POSTGRESQL, sql)).containsExactly("concurrently-in-transaction");
    }

    @Test
    void dataAndDefinitionsAreFoundOnce() {
        assertThat(ids(
                        Dialects.POSTGRESQL,
                        "alter table users add column age integer",
                        "insert into users (age) values (1)",
                        "insert into users (age) values (2)"))
                .containsExactly("data-and-definitions");
    }

    @Test
    void definitionsThatCommitEachByItselfAreFoundWhereTheyDo() {
        String[] two = {"create table a (id bigint primary key)", "create table b (id bigint primary key)"};
        assertThat(ids(Dialects.MARIADB, two)).containsExactly("many-definitions");
        assertThat(ids(Dialects.POSTGRESQL, two)).isEmpty();
    }

    @Test
    void everyRuleSaysWhatToDo() {
        assertThat(LintRule.values())
                .hasSizeGreaterThanOrEqualTo(15)
                .allMatch(rule -> rule.why().length() > 40);
    }

    private static List<String> ids(Dialect dialect, String... statements) {
        return Lint.check(dialect, Arrays.asList(statements), true).stream()
                .map(finding -> finding.rule().id())
                .toList();
    }
}
