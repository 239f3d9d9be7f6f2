package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.MassAssignmentException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.query.Row;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.contract.blog.User.Kind;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A model takes by name what is fillable, and nothing else. */
public interface FillContract extends BlogContract {

    @Test
    @Feature({"3.2", "2.4"})
    default void createFillsWhatIsFillable(Runner run) {
        User ada = run.get(USERS.create(Map.of("name", "Ada", "email", "ADA@Example.org", "age", 36)));

        Row row = run.get(DB.table("users").where("id", ada.get(User.ID)).first());
        assertThat(row.get("name")).isEqualTo("Ada");
        assertThat(row.get("email")).as("the mutator lowers it").isEqualTo("ada@example.org");
        assertThat(row.get("age", Integer.class)).isEqualTo(36);
    }

    @Test
    @Feature("2.4")
    default void massAssignmentRefusesWhatIsNotFillable(Runner run) {
        Throwable error = run.error(USERS.create(Map.of("name", "Eve", "kind", "ADMIN", "id", 7)));

        assertThat(error).isInstanceOf(MassAssignmentException.class).hasMessageContaining("id, kind");
        assertThat(run.get(USERS.count())).isZero();
        assertThat(run.statements()).noneMatch(sql -> sql.startsWith("insert"));
    }

    @Test
    @Feature("2.4")
    default void noSpellingOfANameGetsAroundWhatIsFillable(Runner run) {
        for (String known : List.of("id", "kind", "created_at", "updated_at", "deleted_at")) {
            assertThat(run.error(USERS.create(Map.of("name", "Eve", known, 7))))
                    .as(known)
                    .isInstanceOf(MassAssignmentException.class)
                    .hasMessageContaining(known);
        }
        for (String unknown : List.of(
                "Name",
                "NAME",
                "users.name",
                "users.id",
                "prefs->theme",
                "_name",
                "name ",
                " name",
                "posts",
                "profile",
                "")) {
            assertThat(run.error(USERS.create(Map.of(unknown, "x"))))
                    .as(unknown)
                    .isInstanceOf(UnknownColumnException.class);
        }
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("2.6")
    default void attributesAreReachedByNameToo(Runner run) {
        User ada = run.get(new User()
                .setAttribute("name", "Ada")
                .setAttribute("email", "a@b.c")
                .save());

        assertThat(ada.getAttribute("name")).isEqualTo("Ada");
        assertThat(ada.setAttribute("kind", "ADMIN").get(User.KIND)).isEqualTo(Kind.ADMIN);
        assertThatThrownBy(() -> ada.setAttribute("nmae", "x"))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessage("table users has no column \"nmae\"; did you mean \"name\"?");
        assertThatThrownBy(() -> ada.setAttribute("age", "old")).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> ada.setAttribute("name", null)).isInstanceOf(NullNotAllowedException.class);
        assertThat(ada.name()).isEqualTo("Ada");
    }

    @Test
    @Feature({"3.2", "2.6"})
    default void createTakesTypedValuesToo(Runner run) {
        User ada = run.get(USERS.create(User.NAME.to("Ada"), User.EMAIL.to("ADA@X.Y"), User.KIND.to(Kind.ADMIN)));

        User read = run.get(USERS.findOrFail(ada.get(User.ID)));
        assertThat(read.get(User.EMAIL)).isEqualTo("ada@x.y");
        assertThat(read.get(User.KIND)).isEqualTo(Kind.ADMIN);
        assertThat(ada.get(User.AGE)).as("not set, so null").isNull();
    }
}
