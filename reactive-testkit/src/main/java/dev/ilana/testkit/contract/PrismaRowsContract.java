package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.PrismaShopContract.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.ForeignKeyViolationException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.query.Row;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a Prisma file says of rows holds for them: defaults, keys, enums, and what goes along with what. */
public interface PrismaRowsContract extends PrismaShopContract {

    @Test
    @Feature("16.7")
    default void rowsGetTheDefaultsOfTheFile(Runner run) {
        created(run, SHOP);
        run.get(DB.table("users").insert(Map.of("email", "ada@example.com", "updatedAt", now())));

        Row ada = run.get(DB.table("users").first());
        assertThat(ada.get("id", Integer.class)).isEqualTo(1);
        assertThat(ada.get("role", String.class)).isEqualTo("admin");
        assertThat(ada.get("balance", BigDecimal.class)).isEqualByComparingTo("12.5");
        assertThat(ada.get("active", Boolean.class)).isTrue();
        assertThat(ada.get("score", Double.class)).isEqualTo(-1.5);
        assertThat(ada.get("seen", Long.class)).isEqualTo(9_000_000_000L);
        assertThat(ada.get("code", String.class)).isEqualTo("it's; \"new\"");
        assertThat(ada.get("sum", Integer.class)).isEqualTo(2);
        assertThat(ada.get("created_at", LocalDateTime.class)).isNotNull();
        assertThat(ada.get("full_name", String.class)).isNull();
    }

    @Test
    @Feature("16.7")
    default void keysAndEnumsOfTheFileHold(Runner run) {
        created(run, SHOP);
        user(run, 1, "ada@example.com");
        user(run, 2, "bob@example.com");
        run.get(DB.table("Post").insert(Map.of("id", "p", "title", "One", "authorId", 1)));
        run.get(DB.table("_liked").insert(Map.of("A", "p", "B", 2)));

        assertThat(run.error(DB.table("users").insert(Map.of("email", "ada@example.com", "updatedAt", now()))))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(run.error(DB.table("users").insert(Map.of("email", "x", "updatedAt", now(), "role", "GUEST"))))
                .as("the database's words are those of @map")
                .isInstanceOf(DatabaseException.class);
        assertThat(run.error(DB.table("_liked").insert(Map.of("A", "p", "B", 2))))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(run.error(DB.table("_liked").insert(Map.of("A", "none", "B", 2))))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThat(run.error(DB.table("Vote").insert(Map.of("id", 1, "postId", "p", "number", 9))))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    @Feature("16.7")
    default void whatGoesTakesAlongWhatTheFileSays(Runner run) {
        created(run, SHOP);
        user(run, 1, "ada@example.com");
        user(run, 2, "bob@example.com");
        run.get(DB.table("users").where("id", 2).update(Map.of("bossId", 1)));
        run.get(DB.table("Post").insert(Map.of("id", "p", "title", "One", "authorId", 1)));
        run.get(DB.table("_liked").insert(Map.of("A", "p", "B", 2)));

        run.get(DB.table("users").where("id", 1).delete());

        assertThat(run.get(DB.table("Post").count())).as("onDelete: Cascade").isZero();
        assertThat(run.get(DB.table("_liked").count())).as("the pairs").isZero();
        assertThat(run.get(DB.table("users").first()).get("bossId", Integer.class))
                .as("onDelete: SetNull")
                .isNull();
        run.get(DB.table("Profile").insert(Map.of("userId", 2)));
        assertThat(run.error(DB.table("users").where("id", 2).delete()))
                .as("Restrict, which is usual")
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    private static void user(Runner run, int id, String email) {
        run.get(DB.table("users").insert(Map.of("id", id, "email", email, "updatedAt", now())));
    }

    private static LocalDateTime now() {
        return LocalDateTime.of(2024, 2, 29, 12, 0);
    }
}
