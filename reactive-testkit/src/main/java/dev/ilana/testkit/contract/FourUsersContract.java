package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.USERS;

import dev.ilana.model.ModelQuery;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.contract.blog.User.Kind;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Flux;

/** A contract whose tests each start with four users: Ada, 36 and an admin; Bob, 17; Cy, 64; Di, of no age. */
interface FourUsersContract extends BlogContract {

    @BeforeEach
    default void fourUsers(Runner run) {
        run.list(USERS.insertMany(Flux.just(
                User.named("Ada").age(36).set(KIND, Kind.ADMIN),
                User.named("Bob").age(17),
                User.named("Cy").age(64),
                User.named("Di"))));
        run.forgetStatements();
    }

    static List<String> names(Runner run, ModelQuery<User> query) {
        return run.list(query.get()).stream().map(User::name).sorted().toList();
    }
}
