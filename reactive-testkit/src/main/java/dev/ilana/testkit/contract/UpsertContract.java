package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.UserRows.ages;
import static dev.ilana.testkit.contract.UserRows.row;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.MassAssignmentException;
import dev.ilana.error.NotNullViolationException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A row whose key is taken is left as it is, or changed, as the write says. */
public interface UpsertContract extends BlogContract {

    @Test
    @Feature("9.2")
    default void rowsWhoseKeyIsTakenAreLeftOut(Runner run) {
        run.get(DB.table("users").insert(row("Ada", 36)));

        run.get(DB.table("users").insertOrIgnore(List.of(row("Ada", 1), row("Bob", 17), row("Cy", null))));
        run.get(USERS.insertOrIgnore(
                List.of(User.named("Ada").age(2), User.named("Di").age(40))));
        run.get(USERS.insertOrIgnore(List.of(
                Map.of("name", "Ada", "email", "ADA@example.org", "age", 3),
                Map.of("name", "Eve", "email", "EVE@example.org"))));

        assertThat(ages(run)).containsExactly("Ada 36", "Bob 17", "Cy null", "Di 40", "Eve null");
        assertThat(run.get(USERS.where(NAME.eq("Eve")).firstOrFail()).get(User.EMAIL))
                .as("mutated")
                .isEqualTo("eve@example.org");
        assertThat(run.get(DB.table("users").insertOrIgnore(List.of()))).isZero();
    }

    @Test
    @Feature("9.2")
    default void onlyATakenKeyIsIgnored(Runner run) {
        Map<String, Object> nameless = row("x", 1);
        nameless.put("name", null);

        assertThat(run.error(DB.table("users").insertOrIgnore(List.of(nameless))))
                .isInstanceOf(NotNullViolationException.class);
    }

    @Test
    @Feature("9.2")
    default void anUpsertAddsOrChanges(Runner run) {
        run.get(DB.table("users").insert(List.of(row("Ada", 36), row("Bob", 17))));

        run.get(DB.table("users")
                .upsert(List.of(row("Ada", 37), row("Cy", null), row("Bob", null)), List.of("email"), List.of("age")));
        assertThat(ages(run)).containsExactly("Ada 37", "Bob null", "Cy null");

        run.get(DB.table("users").upsert(List.of(row("Ada", 1), row("Di", 2)), List.of("email"), List.of()));
        assertThat(ages(run)).containsExactly("Ada 37", "Bob null", "Cy null", "Di 2");

        assertThat(run.get(DB.table("users").upsert(List.of(), List.of("email"), List.of("age"))))
                .isZero();
    }

    @Test
    @Feature("9.2")
    default void modelsAreUpsertedWithTheirTimesAndCasts(Runner run) {
        User ada = run.get(User.named("Ada").age(36).save());
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        run.get(USERS.where(NAME.eq("Ada"))
                .update(USERS.createdAt().to(longAgo), USERS.updatedAt().to(longAgo)));

        run.get(USERS.upsert(
                List.of(
                        User.named("Ada").age(37).set(User.PREFS, new User.Prefs("dark", 9)),
                        User.named("Bob").age(17).set(User.KIND, User.Kind.ADMIN)),
                List.of(User.EMAIL),
                List.of(AGE)));
        run.get(USERS.upsert(
                List.of(Map.of("name", "Ada L.", "email", "ADA@EXAMPLE.ORG")), List.of("email"), List.of("name")));

        run.get(ada.refresh());
        assertThat(ada.name()).isEqualTo("Ada L.");
        assertThat(ada.get(AGE)).isEqualTo(37);
        assertThat(ada.get(User.PREFS)).as("not among those to change").isNull();
        assertThat(ada.get(USERS.createdAt())).isEqualTo(longAgo);
        assertThat(ada.get(USERS.updatedAt())).isAfter(longAgo);
        User bob = run.get(USERS.where(NAME.eq("Bob")).firstOrFail());
        assertThat(bob.get(User.KIND)).isEqualTo(User.Kind.ADMIN);
        assertThat(bob.get(USERS.createdAt())).isAfter(longAgo);
    }

    @Test
    @Feature("9.2")
    default void anUpsertThatCanNotBeMeantIsRefused(Runner run) {
        assertThatThrownBy(() -> DB.table("users").upsert(List.of(row("Ada", 1)), List.of(), List.of("age")))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DB.table("users").upsert(List.of(row("Ada", 1)), List.of("id"), List.of("age")))
                .isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> DB.table("users").upsert(List.of(row("Ada", 1)), List.of("email"), List.of("aeg")))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessageContaining("age");
        assertThatThrownBy(() -> DB.table("users")
                        .upsert(List.of(row("Ada", 1), row("Ada", 2)), List.of("email"), List.of("age")))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(
                        USERS.upsert(List.of(User.named("Ada"), User.named("Ada")), List.of(User.EMAIL), List.of(AGE))))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(USERS.upsert(List.of(Map.of("kind", "ADMIN")), List.of("email"), List.of("name"))))
                .isInstanceOf(MassAssignmentException.class);
        assertThatThrownBy(() -> USERS.upsert(List.of(Map.of("name", "x")), List.of("e_mail"), List.of("name")))
                .isInstanceOf(UnknownColumnException.class);
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("9.2")
    default void updateOrInsertDoesTheOneOrTheOther(Runner run) {
        run.get(DB.table("roles").updateOrInsert(Map.of("name", "author"), Map.of()));
        run.get(DB.table("roles").updateOrInsert(Map.of("name", "author"), Map.of()));
        run.get(DB.table("roles").updateOrInsert(Map.of("name", "author"), Map.of("name", "writer")));

        assertThat(run.list(DB.table("roles").pluck("name"))).containsExactly("writer");
    }
}
