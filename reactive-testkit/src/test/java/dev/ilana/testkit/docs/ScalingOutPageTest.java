package dev.ilana.testkit.docs;

import static dev.ilana.connection.TransactionOptions.attempts;
import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.ID;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.lock.LockKind;
import dev.ilana.schema.migrate.lock.LockSettings;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/scaling-out.md}. */
class ScalingOutPageTest extends PageTest {

    private static void tables(String url, String... names) {
        Database made = Database.connect(url);
        Migrator.of(made, List.of(new M20261121_093000_CreateUsersTable()))
                .migrate()
                .thenMany(Flux.just(names))
                .concatMap(name -> new User()
                        .name(name)
                        .email(name + "@example.org")
                        .age(36)
                        .save())
                .then()
                .contextWrite(made.use())
                .then(made.close())
                .block();
    }

    @Test
    void sticky() {
        String url = "h2:mem:" + UUID.randomUUID();
        String replica = "h2:mem:" + UUID.randomUUID();
        tables(url, "of the primary");
        tables(replica, "of the replica");

        // tag::sticky
        Database database = Database.builder(url).withReplica(replica).build();

        Mono<List<String>> names = USERS.orderBy(NAME).pluck(NAME).collectList();
        Mono<User> saved = new User().name("Ada").email("ada@example.org").save();

        Mono<List<String>> first = names.contextWrite(database.use()); // the replica answers
        Mono<List<String>> later = saved.then(names).contextWrite(database.use()); // the primary: it has written
        Mono<List<String>> apart = saved.contextWrite(database.use()) // two chains: the replica answers
                .then(names.contextWrite(database.use()));
        // end::sticky

        assertThat(first.block()).containsExactly("of the replica");
        assertThat(later.block()).containsExactly("Ada", "of the primary");
        assertThat(names.contextWrite(database.use()).block()).containsExactly("of the replica");
        assertThat(apart.block()).containsExactly("of the replica");
        database.close().block();
    }

    @Test
    void lease() {
        Database database = db;

        // tag::lease
        Migrator migrator = Migrator.of(database, List.of(new M20261122_100000_AddPhoneToUsers()))
                .with(MigratorSettings.DEFAULT.withLock(LockSettings.DEFAULT.withKind(LockKind.LEASE)));
        // end::lease

        assertThat(list(migrator.migrate())).isNotEmpty();
    }

    @Test
    void transfer() {
        stored("Ada", 36);
        stored("Alan", 41);

        // tag::transfer
        Mono<User> done = DB.transaction(
                () -> USERS.where(ID.in(1L, 2L))
                        .orderBy(ID) // all in one order: fewer deadlocks
                        .lockForUpdate()
                        .collection()
                        .flatMap(both -> both.find(1).orElseThrow().increment(AGE, 1)),
                attempts(10)); // what a distributed database gives up is begun again
        // end::transfer

        assertThat(run(done).get(AGE)).isEqualTo(37);
    }
}
