package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ilana.error.CheckViolationException;
import dev.ilana.error.ConstraintViolationException;
import dev.ilana.error.ForeignKeyViolationException;
import dev.ilana.error.NotNullViolationException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.query.Query;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** A violation names its constraint, and shows nothing of the row. */
class ViolationTest extends PeopleDatabase {

    @Test
    void aDuplicateNamesItsConstraintAndNotItsValue() {
        insertNow("c4nary");
        UniqueViolationException error = violation(UniqueViolationException.class, Map.of("name", "c4nary"));
        assertThat(error).hasMessageNotContaining("c4nary");
        assertThat(error.constraint()).isEqualTo("people_name_unique");
    }

    @Test
    void aNullWhereNoneMayBeNamesItsColumn() {
        assertThat(violation(NotNullViolationException.class, Map.of("age", 3)).constraint())
                .isEqualTo("name");
    }

    @Test
    void aFailedCheckNamesItsConstraint() {
        assertThat(violation(CheckViolationException.class, Map.of("name", "Ada", "age", -1))
                        .constraint())
                .isEqualTo("people_age_check");
    }

    @Test
    void aMissingRowOfAForeignKeyNamesItsConstraint() {
        run(
                "create table pets (owner bigint, constraint pets_owner_foreign foreign key (owner) references people(id))");
        Throwable thrown = thrownBy(Query.table("pets").on(database).insert(Map.of("owner", 77L)));
        assertThat(thrown).isInstanceOf(ForeignKeyViolationException.class).hasMessageNotContaining("77");
        assertThat(((ForeignKeyViolationException) thrown).constraint()).isEqualTo("pets_owner_foreign");
    }

    @Test
    void aMissingRowOfAKeyOfTwoColumnsIsNotShown() {
        run("create table pairs (a varchar(20), b varchar(20), primary key (a, b))");
        run("create table uses (a varchar(20), b varchar(20), foreign key (a, b) references pairs(a, b))");
        Throwable thrown = thrownBy(Query.table("uses").on(database).insert(Map.of("a", "c4nary é", "b", "c4nary's")));
        assertThat(thrown).isInstanceOf(ForeignKeyViolationException.class).hasMessageNotContaining("c4nary");
    }

    static List<Object> tellingValues() {
        return List.of("c4nary-s3cret", "c4nary's", "c4nary é", "c4nary\nline", "c4nary\\");
    }

    @ParameterizedTest
    @MethodSource("tellingValues")
    void aDuplicatesMessageHasNoneOfItsText(Object value) {
        insertNow(String.valueOf(value));
        assertThat(violation(UniqueViolationException.class, Map.of("name", value)))
                .hasMessageNotContaining("c4nary");
    }

    @Test
    void aDuplicatesMessageHasNoneOfItsBytesOrTimes() {
        run("create table secrets (b varbinary(100) unique)");
        run("create table times (t timestamp with time zone unique)");
        byte[] bytes = "c4nary".getBytes(StandardCharsets.UTF_8);
        Instant time = Instant.parse("2011-03-07T01:02:03Z");
        assertThat(List.of(
                        duplicate("secrets", Map.of("b", bytes)).toLowerCase(java.util.Locale.ROOT),
                        duplicate("times", Map.of("t", time))))
                .noneMatch(message -> message.contains("63346e617279") || message.contains("2011-03-07"));
    }

    private String duplicate(String table, Map<String, ?> row) {
        Mono<Long> insert = Query.table(table).on(database).insert(row);
        return String.valueOf(thrownBy(insert.then(insert)).getMessage());
    }

    private <E extends ConstraintViolationException> E violation(Class<E> type, Map<String, ?> row) {
        Throwable thrown = thrownBy(Query.table("people").on(database).insert(row));
        assertThat(thrown).isInstanceOf(type);
        return type.cast(thrown);
    }

    private static Throwable thrownBy(Mono<?> work) {
        return catchThrowable(() -> work.block(LONG));
    }
}
