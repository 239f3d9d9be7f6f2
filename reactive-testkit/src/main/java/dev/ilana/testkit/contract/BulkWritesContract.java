package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.USERS;

import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;

/** A contract whose tests each start with the blog empty, and write many of its users and roles. */
interface BulkWritesContract extends BlogContract {

    static Flux<User> users(int from, int count) {
        return Flux.range(from, count).map(n -> User.named("u" + n).age(n));
    }

    static Map<String, Object> role(int n) {
        return Map.of("name", "role " + n);
    }

    static List<Map<String, Object>> roles(int count) {
        return IntStream.range(0, count).mapToObj(BulkWritesContract::role).toList();
    }

    static List<User> stored(Runner run) {
        return run.list(USERS.query().orderBy(ID).get());
    }
}
