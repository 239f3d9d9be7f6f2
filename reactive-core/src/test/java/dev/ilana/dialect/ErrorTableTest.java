package dev.ilana.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.error.UnsupportedFeatureException;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTableTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            23505, UNIQUE_VIOLATION
            23503, FOREIGN_KEY_VIOLATION
            23001, FOREIGN_KEY_VIOLATION
            23502, NOT_NULL_VIOLATION
            23514, CHECK_VIOLATION
            23P01, CHECK_VIOLATION
            40P01, DEADLOCK
            40001, SERIALIZATION_FAILURE
            55P03, LOCK_TIMEOUT
            57014, QUERY_TIMEOUT
            57P01, CONNECTION_LOST
            57P02, CONNECTION_LOST
            57P03, CONNECTION_LOST
            08000, CONNECTION_LOST
            08006, CONNECTION_LOST
            08007, CONNECTION_LOST
            40003, BAD_SQL
            40002, BAD_SQL
            42601, BAD_SQL
            42P01, BAD_SQL
            22P02, BAD_SQL
            25P02, BAD_SQL
            -, BAD_SQL
            """)
    void postgreSqlMeansByItsSqlState(String state, ErrorKind meaning) {
        assertThat(Dialects.POSTGRESQL.classify(state, 0)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1062, 23000, UNIQUE_VIOLATION
            1586, 23000, UNIQUE_VIOLATION
            1216, 23000, FOREIGN_KEY_VIOLATION
            1217, 23000, FOREIGN_KEY_VIOLATION
            1451, 23000, FOREIGN_KEY_VIOLATION
            1452, 23000, FOREIGN_KEY_VIOLATION
            1048, 23000, NOT_NULL_VIOLATION
            1364, HY000, NOT_NULL_VIOLATION
            3819, HY000, CHECK_VIOLATION
            4025, 23000, CHECK_VIOLATION
            1213, 40001, DEADLOCK
            1205, HY000, LOCK_TIMEOUT
            3572, HY000, LOCK_TIMEOUT
            1317, 70100, QUERY_TIMEOUT
            1969, 70100, QUERY_TIMEOUT
            3024, HY000, QUERY_TIMEOUT
            1053, 08S01, CONNECTION_LOST
            1927, 70100, CONNECTION_LOST
            2006, HY000, CONNECTION_LOST
            2013, HY000, CONNECTION_LOST
            4031, HY000, CONNECTION_LOST
            9999, 08S01, CONNECTION_LOST
            1064, 42000, BAD_SQL
            1146, 42S02, BAD_SQL
            0, 40001, BAD_SQL
            """)
    void mySqlAndMariaDbMeanByTheirNumber(int code, String state, ErrorKind meaning) {
        assertThat(Dialects.MYSQL.classify(state, code)).isEqualTo(meaning);
        assertThat(Dialects.MARIADB.classify(state, code)).isEqualTo(meaning);
    }

    @Test
    void onlyMariaDbKnowsARecordThatHasChangedSinceItWasRead() {
        assertThat(Dialects.MARIADB.classify("HY000", 1020)).isEqualTo(ErrorKind.SERIALIZATION_FAILURE);
        assertThat(Dialects.MYSQL.classify("HY000", 1020)).isEqualTo(ErrorKind.BAD_SQL);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            23505, UNIQUE_VIOLATION
            23503, FOREIGN_KEY_VIOLATION
            23506, FOREIGN_KEY_VIOLATION
            23502, NOT_NULL_VIOLATION
            23513, CHECK_VIOLATION
            23514, CHECK_VIOLATION
            40001, DEADLOCK
            90131, SERIALIZATION_FAILURE
            50200, LOCK_TIMEOUT
            57014, QUERY_TIMEOUT
            90067, CONNECTION_LOST
            90098, CONNECTION_LOST
            90121, CONNECTION_LOST
            42000, BAD_SQL
            42102, BAD_SQL
            0, BAD_SQL
            """)
    void h2MeansByItsNumber(int code, ErrorKind meaning) {
        assertThat(Dialects.H2.classify(String.valueOf(code), code)).isEqualTo(meaning);
    }

    @Test
    void onlyWhatTheDatabaseRolledBackThroughNoFaultOfTheWorkIsWorthAnotherTry() {
        assertThat(EnumSet.allOf(ErrorKind.class).stream().filter(ErrorKind::retryable))
                .containsExactlyInAnyOrder(ErrorKind.DEADLOCK, ErrorKind.SERIALIZATION_FAILURE);
    }

    // The name in a message

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            duplicate key value violates unique constraint "users_email_key" | users_email_key
            insert or update on table "posts" violates foreign key constraint "posts_user_id_fkey" | posts_user_id_fkey
            update or delete on table "users" violates foreign key constraint "posts_user_id_fkey" on table "posts" | posts_user_id_fkey
            null value in column "name" of relation "users" violates not-null constraint | name
            new row for relation "users" violates check constraint "users_age_check" | users_age_check
            conflicting key value violates exclusion constraint "rooms_during_excl" | rooms_during_excl
            """)
    void postgreSqlNamesTheConstraintOrTheColumn(String message, String name) {
        assertThat(Dialects.POSTGRESQL.constraintIn(message)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Duplicate entry 'x' for key 'users_email_unique' | users_email_unique
            Duplicate entry 'x' for key 'users.users_email_unique' | users_email_unique
            Duplicate entry '1' for key 'PRIMARY' | PRIMARY
            Duplicate entry '1' for key 'users.PRIMARY' | PRIMARY
            Duplicate entry 'a.b@c.de' for key 'users.users_email_unique' | users_email_unique
            Cannot add or update a child row: a foreign key constraint fails (`app`.`posts`, CONSTRAINT `posts_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`)) | posts_user_id_foreign
            Cannot delete or update a parent row: a foreign key constraint fails (`app`.`posts`, CONSTRAINT `posts_ibfk_1` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`)) | posts_ibfk_1
            Column 'name' cannot be null | name
            Field 'name' doesn't have a default value | name
            Check constraint 'users_age_check' is violated. | users_age_check
            CONSTRAINT `users_age_check` failed for `app`.`users` | users_age_check
            """)
    void mySqlAndMariaDbNameTheConstraintOrTheColumn(String message, String name) {
        assertThat(Dialects.MYSQL.constraintIn(message)).isEqualTo(name);
        assertThat(Dialects.MARIADB.constraintIn(message)).isEqualTo(name);
    }

    @Test
    void aValueThatLooksLikeANameIsNotTakenForOne() {
        String message = "Duplicate entry 'x' for key 'canary' for key 'users.users_email_unique'";
        assertThat(Dialects.MYSQL.constraintIn(message)).isEqualTo("users_email_unique");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Unique index or primary key violation: "public.users_email_unique INDEX public.users_email_unique_INDEX_4 ON public.users(email NULLS FIRST) VALUES ( /* 1 */ 'x' )" | users_email_unique
            Unique index or primary key violation: "PUBLIC.USERS_EMAIL_UNIQUE INDEX PUBLIC.USERS_EMAIL_UNIQUE_INDEX_4 ON PUBLIC.USERS(EMAIL NULLS FIRST) VALUES ( /* 1 */ 'x' )" | USERS_EMAIL_UNIQUE
            NULL not allowed for column "name" | name
            Check constraint violation: "users_age_check: " | users_age_check
            """)
    void h2NamesTheIndexOrTheColumn(String message, String name) {
        assertThat(Dialects.H2.constraintIn(message)).isEqualTo(name);
    }

    @Test
    void h2NamesTheForeignKeyAndNotItsTable() {
        String message = "Referential integrity constraint violation: \"posts_user_id_foreign: public.posts FOREIGN"
                + " KEY(user_id) REFERENCES public.users(id) (CAST(9 AS BIGINT))\"";
        assertThat(Dialects.H2.constraintIn(message)).isEqualTo("posts_user_id_foreign");
    }

    @Test
    void aMessageWithoutANameHasNone() {
        for (Dialect dialect : Spelling.ALL) {
            assertThat(dialect.constraintIn("syntax error")).as(dialect.name()).isNull();
        }
    }

    // What a dialect says of itself

    @Test
    void aDialectIsFoundByTheNameOfItsDatabaseInAnyCase() {
        for (Dialect dialect : Spelling.ALL) {
            assertThat(Dialects.named(dialect.name())).isSameAs(dialect);
            assertThat(Dialects.named(dialect.name().toUpperCase(Locale.ROOT))).isSameAs(dialect);
        }
        assertThat(Dialects.named("postgres")).isSameAs(Dialects.POSTGRESQL);
    }

    @Test
    void anUnknownDatabaseIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Dialects.named("oracle"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("unknown database \"oracle\"; known are h2, postgresql, mariadb, mysql");
    }

    @Test
    void aMissingCapabilityIsNamedWithItsDatabaseAndTheWayAround() {
        assertThatThrownBy(() -> Dialects.MYSQL.require(Capability.RETURNING, "query again"))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("MySQL")
                .hasMessageContaining(Capability.RETURNING.words())
                .hasMessageContaining("query again");
        Dialects.MARIADB.require(Capability.RETURNING, "query again");
    }

    @Test
    void onlyH2BlocksItsSubscriber() {
        assertThat(Spelling.ALL.stream().filter(Dialect::blocksSubscriber)).containsExactly(Dialects.H2);
    }
}
