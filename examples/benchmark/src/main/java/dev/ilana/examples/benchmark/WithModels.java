package dev.ilana.examples.benchmark;

import static dev.ilana.examples.benchmark.User.USERS;

import java.util.List;
import reactor.core.publisher.Mono;

/** This library, on its default database. */
final class WithModels implements Contestant<User> {

    @Override
    public String name() {
        return "models";
    }

    @Override
    public Mono<User> find(long id) {
        return USERS.find(id);
    }

    @Override
    public Mono<List<User>> read(int limit) {
        return USERS.query().limit(limit).get().collectList();
    }

    @Override
    public UserRow row(User user) {
        return new UserRow(
                user.get(User.ID),
                user.get(User.NAME),
                user.get(User.EMAIL),
                user.get(User.AGE),
                user.get(User.ACTIVE),
                user.get(User.BALANCE),
                user.get(USERS.createdAt()),
                user.get(USERS.updatedAt()));
    }
}
