package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.CheckViolationException;
import dev.ilana.error.ConnectionLostException;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.DeadlockException;
import dev.ilana.error.ForeignKeyViolationException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.LockTimeoutException;
import dev.ilana.error.NotNullViolationException;
import dev.ilana.error.QueryTimeoutException;
import dev.ilana.error.SerializationFailureException;
import dev.ilana.error.TransactionAbortedException;
import dev.ilana.error.TransactionOutcomeUnknownException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.sql.Sql;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTranslatorTest {

    private static final String CANARY = "c4nary-s3cret";

    @ParameterizedTest
    @CsvSource({
        "23505, dev.ilana.error.UniqueViolationException",
        "23503, dev.ilana.error.ForeignKeyViolationException",
        "23502, dev.ilana.error.NotNullViolationException",
        "23514, dev.ilana.error.CheckViolationException",
        "40P01, dev.ilana.error.DeadlockException",
        "40001, dev.ilana.error.SerializationFailureException",
        "55P03, dev.ilana.error.LockTimeoutException",
        "57014, dev.ilana.error.QueryTimeoutException",
        "08006, dev.ilana.error.ConnectionLostException",
        "42601, dev.ilana.error.BadSqlException"
    })
    void everyMeaningHasItsException(String state, Class<? extends DatabaseException> type) {
        assertThat(translated(Dialects.POSTGRESQL, "message", state, 0)).isExactlyInstanceOf(type);
    }

    @Test
    void theMeaningIsTheDialectsAndNotTheDriversClass() {
        // A driver may throw a bad grammar for what is a duplicate.
        Throwable error = new ErrorTranslator(Dialects.POSTGRESQL)
                .ofStatement(new R2dbcBadGrammarException("x", "23505", 0), Sql.of("insert"));
        assertThat(error).isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void anExceptionCarriesItsStatementItsNumbersItsConstraintAndTheDriversOwn() {
        R2dbcDataIntegrityViolationException driver = new R2dbcDataIntegrityViolationException(
                "Duplicate entry 'x' for key 'users.users_email_unique'", "23000", 1062);
        UniqueViolationException error =
                (UniqueViolationException) new ErrorTranslator(Dialects.MYSQL).ofStatement(driver, sql(Value.of("x")));
        assertThat(error.sql()).isEqualTo("insert into t values (?)");
        assertThat(error.sqlState()).isEqualTo("23000");
        assertThat(error.code()).isEqualTo(1062);
        assertThat(error.constraint()).isEqualTo("users_email_unique");
        assertThat(error.driverException()).isSameAs(driver);
        assertThat(error).hasNoCause();
        assertThat(error.getMessage())
                .endsWith(": Duplicate entry for key 'users.users_email_unique' [23000, 1062];"
                        + " SQL: insert into t values (?)");
    }

    @Test
    void aLiteralOfAnyLengthIsTakenOut() {
        assertThat(Dialects.H2.withoutData("Data conversion error converting 'it''s " + "x''".repeat(100_000) + "'"))
                .isEqualTo("Data conversion error converting ?");
    }

    @Test
    void whatADatabaseCutsOrWritesAsSqlIsTakenOut() {
        assertThat(Dialects.H2.withoutData(
                        "Value too long for column \"name CHARACTER VARYING(9)\": \"'ab''cd... (310)\""))
                .isEqualTo("Value too long for column \"name CHARACTER VARYING(9)\": \"?");
        assertThat(Dialects.H2.withoutData("Data conversion error converting \"U&'\\00e9''x' (t: \"\"n\"\" BIGINT)\""))
                .isEqualTo("Data conversion error converting \"? (t: \"\"n\"\" BIGINT)\"");
        assertThat(Dialects.H2.withoutData("the database can't do 'a'"))
                .as("an apostrophe is no quote")
                .isEqualTo("the database can't do ?");
        assertThat(Dialects.MARIADB.withoutData("Incorrect integer value: 'ab'cd...' for column `t`.`n` at row 1"))
                .isEqualTo("Incorrect integer value for column `t`.`n` at row 1");
        assertThat(Dialects.MYSQL.withoutData("Truncated incorrect DECIMAL value: 'ab'"))
                .isEqualTo("Truncated incorrect DECIMAL value");
        assertThat(Dialects.MYSQL.withoutData("Illegal double 'ab' value found during parsing"))
                .isEqualTo("Illegal double value found during parsing");
    }

    @Test
    void anErrorOfOursPassesAsItIs() {
        InvalidUsageException ours = new InvalidUsageException("ours");
        ErrorTranslator translator = new ErrorTranslator(Dialects.H2);
        assertThat(translator.ofStatement(ours, null)).isSameAs(ours);
        assertThat(translator.ofCommit(ours)).isSameAs(ours);
    }

    @Test
    void aBrokenLinkWithoutACodeIsALostConnection() {
        ErrorTranslator translator = new ErrorTranslator(Dialects.POSTGRESQL);
        assertThat(translator.ofStatement(new IOException("reset"), null)).isInstanceOf(ConnectionLostException.class);
        assertThat(translator.ofStatement(new IllegalStateException("closed", new IOException("reset")), null))
                .isInstanceOf(ConnectionLostException.class);
        assertThat(translator.ofStatement(new R2dbcNonTransientResourceException("closed"), null))
                .isInstanceOf(ConnectionLostException.class);
        assertThat(translator.ofStatement(new IllegalStateException("else"), null))
                .isInstanceOf(BadSqlException.class);
    }

    @Test
    void aLinkThatBreaksAtCommitLeavesTheOutcomeOpen() {
        ErrorTranslator translator = new ErrorTranslator(Dialects.POSTGRESQL);
        assertThat(translator.ofCommit(new IOException("reset")))
                .isInstanceOf(TransactionOutcomeUnknownException.class);
        assertThat(translator.ofCommit(new R2dbcNonTransientResourceException("gone", "08006")))
                .isInstanceOf(TransactionOutcomeUnknownException.class);
        assertThat(translator.ofCommit(new IllegalStateException("aborted")))
                .isInstanceOf(TransactionAbortedException.class);
        assertThat(translator.ofCommit(new R2dbcNonTransientResourceException("deferred", "23505")))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(translator.ofCommit(new R2dbcNonTransientResourceException("serial", "40001")))
                .isInstanceOf(SerializationFailureException.class);
    }

    @Test
    void anErrorWithoutAMessageIsNamedByItsClass() {
        assertThat(new ErrorTranslator(Dialects.H2).ofStatement(new IllegalStateException(), null))
                .hasMessageContaining("IllegalStateException");
    }

    // No bound value is in a message

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Duplicate entry 'c4nary-s3cret' for key 'users.email'
            Duplicate entry '1-c4nary-s3cret-c4nary-s3cret' for key 'users.email'
            Incorrect integer value: 'c4nary-s3cret' for column 'age' at row 1
            You have an error in your SQL syntax; check the manual near 'c4nary-s3cret' and more' at line 1
            invalid input syntax for type integer: "c4nary-s3cret"
            Data conversion error converting "c4nary-s3cret"; SQL statement:~n update t set a = 'c4nary-s3cret'
            xc4nary-s3crety
            """)
    void aBoundTextIsTakenOutOfTheMessageWhereverItStands(String message) {
        for (Dialect dialect : List.of(Dialects.H2, Dialects.POSTGRESQL, Dialects.MARIADB, Dialects.MYSQL)) {
            Throwable error = translated(dialect, message.replace("~n", "\n"), "42000", 1, Value.of(CANARY));
            assertThat(error).hasMessageNotContaining(CANARY).hasMessageNotContaining("c4nary");
            assertThat(error.toString()).doesNotContain(CANARY);
        }
    }

    @Test
    void aShortValueIsTakenOutOnlyWhereItStandsAlone() {
        assertThat(translated(Dialects.MYSQL, "Incorrect value: '42' for column 'a42b'", "22007", 1366, Value.of(42)))
                .hasMessageContaining("Incorrect value: '?' for column 'a42b'");
    }

    @Test
    void aNullOrEmptyValueTakesNothingOut() {
        assertThat(translated(Dialects.MYSQL, "null '' x", "42000", 1, Value.of(""), new Value(null, SqlType.STRING)))
                .hasMessageContaining("null '' x [42000, 1]");
    }

    @Test
    void aValueThatHoldsAnotherIsTakenOutWhole() {
        assertThat(translated(
                        Dialects.MYSQL,
                        "Incorrect date value: 'c4nary-topsecret' for column 'day' at row 1",
                        "22007",
                        1292,
                        Value.of("c4nary"),
                        Value.of("c4nary-topsecret")))
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void aValueOfAListIsTakenOutToo() {
        assertThat(translated(
                        Dialects.H2,
                        "Data conversion error converting \"" + CANARY + "\"",
                        "22018",
                        22018,
                        new Value(new Object[] {CANARY}, SqlType.STRING)))
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void aLongValueThatTheDatabaseCutsIsTakenOutToo() {
        String longValue = CANARY + "x".repeat(200);
        assertThat(translated(
                        Dialects.MYSQL,
                        "Duplicate entry '" + longValue.substring(0, 64) + "' for key 'users.email'",
                        "23000",
                        1062,
                        Value.of(longValue)))
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void theKindsThisTestNamesAreAllThereAre() {
        assertThat(List.of(
                        UniqueViolationException.class,
                        ForeignKeyViolationException.class,
                        NotNullViolationException.class,
                        CheckViolationException.class,
                        DeadlockException.class,
                        SerializationFailureException.class,
                        LockTimeoutException.class,
                        QueryTimeoutException.class,
                        ConnectionLostException.class,
                        BadSqlException.class))
                .hasSameSizeAs(dev.ilana.dialect.ErrorKind.values());
    }

    private static Throwable translated(
            Dialect dialect, String message, @Nullable String state, int code, Value... values) {
        return new ErrorTranslator(dialect)
                .ofStatement(new R2dbcBadGrammarException(message, state, code), sql(values));
    }

    private static Sql sql(Value... values) {
        return new Sql("insert into t values (?)", Arrays.asList(values), List.of(), null, true);
    }
}
