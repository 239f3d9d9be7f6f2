package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.UniqueViolationException;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.DatabaseTest;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/testing.md}. */
// tag::test
@DatabaseTest(DatabaseKind.H2)
class SignUpTest {

    private final SignUp signUp = new SignUp();

    @BeforeEach
    void emptyTables(Runner run) {
        Migrator migrator = Migrator.of(
                run.database(),
                List.of(new M20261121_093000_CreateUsersTable(), new M20261121_093100_CreateBlogTables()));
        run.list(migrator.rollback());
        run.list(migrator.migrate());
        run.forgetStatements();
    }

    @Test
    void aNewUserHasAPost(Runner run) {
        User ada = run.get(signUp.of("Ada", "ada@example.org"));

        assertThat(run.get(ada.posts().count())).isEqualTo(1);
        assertThat(run.statements()).hasSize(3); // two inserts, and the count
    }

    @Test
    void anEmailIsTakenOnce(Runner run) {
        run.get(signUp.of("Ada", "ada@example.org"));

        assertThat(run.error(signUp.of("Eve", "ADA@example.org"))).isInstanceOf(UniqueViolationException.class);
        assertThat(run.get(USERS.count())).isEqualTo(1);
    }
}
// end::test
