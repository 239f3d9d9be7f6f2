package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.UserRows.ages;
import static dev.ilana.testkit.contract.UserRows.row;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.MassAssignmentException;
import dev.ilana.error.TooManyBindingsException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.query.Row;
import dev.ilana.testkit.contract.blog.Role;
import dev.ilana.testkit.database.Runner;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What an insert says is what the new rows are, by a table's name and by its models. */
public interface InsertContract extends BlogContract {

    @Test
    @Feature("9.2")
    default void rowsAreAddedOneOrMany(Runner run) {
        assertThat(run.get(DB.table("users").insert(row("Ada", 36)))).isEqualTo(1);
        assertThat(run.get(DB.table("users").insert(List.of(row("Bob", null), row("Cy", 64), row("Di", null)))))
                .isEqualTo(3);
        assertThat(run.get(DB.table("users").insert(List.of()))).isZero();

        assertThat(run.statements()).hasSize(2);
        assertThat(ages(run)).containsExactly("Ada 36", "Bob null", "Cy 64", "Di null");
    }

    @Test
    @Feature("9.2")
    default void aKeyThatTheDatabaseMadeIsAnswered(Runner run) {
        long first = run.get(DB.table("roles").insertGetId(Map.of("name", "author")));
        long second = run.get(DB.table("roles").insertGetId(Map.of("name", "editor"), "id"));

        assertThat(second).isGreaterThan(first);
        assertThat(run.get(DB.table("roles").where("id", second).value("name"))).isEqualTo("editor");

        long third = run.get(Role.ROLES.insertGetId(Map.of("name", "reader")));
        assertThat(run.get(Role.ROLES.findOrFail(third)).get(Role.NAME)).isEqualTo("reader");
        assertThat(run.error(USERS.insertGetId(Map.of("kind", "ADMIN")))).isInstanceOf(MassAssignmentException.class);
    }

    @Test
    @Feature("9.2")
    default void rowsThatAQueryFindsAreAdded(Runner run) {
        run.get(DB.table("users").insert(List.of(row("Ada", 36), row("Bob", 17), row("Cy", 64))));

        assertThat(run.get(DB.table("roles")
                        .insertUsing(
                                List.of("name"),
                                DB.table("users").select("name").where("age", ">", 20))))
                .isEqualTo(2);
        assertThat(run.get(DB.table("roles")
                        .insertUsing(
                                List.of("name"),
                                DB.table("users").select("email").where("age", 17))))
                .isEqualTo(1);
        assertThat(run.list(DB.table("roles").orderBy("name").pluck("name")))
                .containsExactlyInAnyOrder("Ada", "Cy", "bob@example.org");
        assertThatThrownBy(() -> DB.table("roles")
                        .insertUsing(List.of(), DB.table("users").select("name")))
                .isInstanceOf(InvalidUsageException.class);
    }

    @Test
    @Feature("9.2")
    default void rowsWithDifferentColumnsAreNoOneWrite(Runner run) {
        assertThatThrownBy(() -> DB.table("roles").insert(List.of(Map.of("name", "a"), Map.of("id", 1))))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("[name]")
                .hasMessageContaining("[id]");
        assertThatThrownBy(() -> DB.table("roles").insert(List.of(Map.of(), Map.of())))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DB.table("roles").insert(Map.of("name", List.of("a"))))
                .isInstanceOf(TypeMismatchException.class);
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("9.2")
    default void numbersOfSeveralWidthsGoTogether(Runner run) {
        run.get(DB.table("users")
                .insert(List.of(
                        with(row("Ada", 1), "age", (short) 1),
                        with(row("Bob", 1), "age", 2),
                        with(row("Cy", 1), "age", 3L))));

        assertThat(ages(run)).containsExactly("Ada 1", "Bob 2", "Cy 3");
    }

    private static Map<String, Object> with(Map<String, Object> row, String column, Object value) {
        row.put(column, value);
        return row;
    }

    @Test
    @Feature("9.2")
    default void oneRowThatIsRefusedUndoesItsStatement(Runner run) {
        run.get(DB.table("users").insert(row("Ada", 36)));

        assertThat(run.error(DB.table("users").insert(List.of(row("Bob", 1), row("Ada", 2), row("Cy", 3)))))
                .isInstanceOf(UniqueViolationException.class);

        assertThat(ages(run)).containsExactly("Ada 36");
    }

    @Test
    @Feature("9.2")
    default void oneInsertOfMoreThanTheDatabaseTakesIsRefusedWhole(Runner run) {
        List<Map<String, String>> rows = Collections.nCopies(110_000, Map.of("name", "author"));

        long added = run.get(
                DB.table("roles").insert(rows).onErrorResume(TooManyBindingsException.class, tooMany -> Mono.just(0L)));

        assertThat(added).isIn(0L, 110_000L);
        assertThat(run.get(DB.table("roles").count())).isEqualTo(added);
    }

    @Test
    @Feature("9.2")
    default void hostileTextIsOnlyData(Runner run) {
        List<String> hostile = List.of(
                "'; drop table roles; --",
                "\\'; drop table roles; --",
                "{a,\"b\",NULL}",
                "NULL",
                "null",
                "\\\\",
                "\"",
                "\\\"",
                ",",
                "{}",
                "",
                " ",
                "line\nline\r\tend",
                "$1 ? :x ?x @p",
                "🌙👩‍👩‍👧 ìlànà");
        run.get(DB.table("roles")
                .insert(hostile.stream().map(name -> Map.of("name", name)).toList()));
        assertThat(run.list(DB.table("roles").orderBy("id").pluck("name"))).containsExactlyElementsOf(hostile);

        List<Row> rows = run.list(DB.table("roles").orderBy("id").get());
        run.get(DB.table("roles")
                .bulkUpdate(
                        rows.stream()
                                .map(row -> Map.of(
                                        "id",
                                        Objects.requireNonNull(row.get("id")),
                                        "name",
                                        row.get("name") + "\\\"',{}"))
                                .toList(),
                        List.of("id")));
        assertThat(run.list(DB.table("roles").orderBy("id").pluck("name")))
                .containsExactlyElementsOf(
                        hostile.stream().map(name -> name + "\\\"',{}").toList());
    }
}
