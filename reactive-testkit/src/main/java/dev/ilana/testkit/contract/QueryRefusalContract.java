package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.InvalidNameException;
import dev.ilana.error.InvalidOperatorException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.error.UnconditionalWriteException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a query can not mean is refused before the database sees it; a value is never more than a value. */
public interface QueryRefusalContract extends FourUsersContract {

    @Test
    @Feature("7.1")
    default void badInputIsRefusedBeforeTheDatabaseSeesIt(Runner run) {
        assertThatThrownBy(() -> USERS.where("nmae", "x"))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessage("table users has no column \"nmae\"; did you mean \"name\"?");
        assertThatThrownBy(() -> USERS.where("age", "old"))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("users.age takes java.lang.Integer, not java.lang.String");
        assertThatThrownBy(() -> USERS.where("age", List.of(1))).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> USERS.where("age", Map.of("$gt", 1))).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> DB.table("users").where("age", Map.of())).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> USERS.where("age", "or 1=1 --", 1)).isInstanceOf(InvalidOperatorException.class);
        assertThatThrownBy(() -> USERS.orderBy("age", "asc; drop table users"))
                .isInstanceOf(InvalidOperatorException.class);
        assertThatThrownBy(() -> USERS.where("age", ">", null)).isInstanceOf(NullNotAllowedException.class);
        assertThatThrownBy(() -> USERS.find(List.of(1))).isInstanceOf(TypeMismatchException.class);
        for (String hostile : List.of(
                "id; drop table users",
                "id\"",
                "id`",
                "id'",
                "",
                " ",
                "1id",
                "id--",
                "a.b.c",
                "id\u0000",
                "x".repeat(200))) {
            assertThatThrownBy(() -> DB.table(hostile)).isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users").where(hostile, 1)).isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users").orderBy(hostile)).isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users").select(hostile)).isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> DB.table("users").insert(Map.of(hostile, 1)))
                    .isInstanceOf(InvalidNameException.class);
            assertThatThrownBy(() -> USERS.where(hostile, 1)).isInstanceOf(UnknownColumnException.class);
        }
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("7.1")
    default void hostileValuesAreOnlyData(Runner run) {
        for (String hostile : List.of(
                "'; drop table users; --",
                "\\'; drop table users; --",
                "\" or \"\"=\"",
                "` or 1=1",
                "$1 ? :x ?x",
                "%_\\",
                "🌙\t\n")) {
            User saved = run.get(new User()
                    .name(hostile)
                    .email("e" + hostile.hashCode() + "@x.y")
                    .save());
            assertThat(run.get(USERS.findOrFail(saved.get(User.ID))).name()).isEqualTo(hostile);
            assertThat(run.get(USERS.where(NAME.eq(hostile)).count())).isEqualTo(1);
            assertThat(run.get(USERS.where(NAME.in(hostile, "x")).count())).isEqualTo(1);
        }
        assertThat(run.get(USERS.count())).isEqualTo(11);
    }

    @Test
    @Feature("9.2")
    default void aWriteOfEveryRowMustBeAskedFor(Runner run) {
        assertThatThrownBy(() -> DB.table("users").delete())
                .isInstanceOf(UnconditionalWriteException.class)
                .hasMessage("DELETE on users has no condition; say everything() first if every row is meant");
        assertThatThrownBy(() -> DB.table("users").update(Map.of("name", "x")))
                .isInstanceOf(UnconditionalWriteException.class);
        assertThatThrownBy(() -> USERS.query().delete()).isInstanceOf(UnconditionalWriteException.class);
        assertThat(run.get(USERS.count())).isEqualTo(4);

        assertThat(run.get(USERS.where(NAME.eq("Ada")).delete())).isEqualTo(1);
        assertThat(run.get(USERS.query().everything().delete())).isEqualTo(3);
        assertThat(run.get(USERS.query().withTrashed().count())).as("softly").isEqualTo(4);
    }

    @Test
    @Feature("9.2")
    default void aWriteRefusesWhatItCantKeepTo(Runner run) {
        assertThatThrownBy(() -> DB.table("users").where("age", 17).offset(1).delete())
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.where(AGE.gt(1)).distinct().delete()).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> USERS.where(q -> q.where("name", "Ada").limit(1)))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("a group in parentheses takes conditions only; say the rest on the query itself");
        assertThat(run.get(DB.table("users").where("age", 17).update(Map.of()))).isZero();
        assertThat(run.get(USERS.count())).isEqualTo(4);
    }
}
