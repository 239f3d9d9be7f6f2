package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.Health;
import dev.ilana.connection.PoolSettings;
import dev.ilana.dialect.Capability;
import dev.ilana.sql.Sql;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** A database that is asked says how it does, in time, and never with an error. */
public interface HealthContract extends BlogContract {

    @Test
    @Feature("1.8")
    default void aDatabaseThatAnswersIsUp(Runner run) {
        Health health = run.get(DB.healthCheck());

        assertThat(health.up()).isTrue();
        assertThat(health.error()).isNull();
        assertThat(health.product()).matches("\\S.* \\S.*");
        assertThat(health.latency()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(5));
        assertThat(Objects.requireNonNull(health.pool()).max()).isEqualTo(8);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("1.8")
    default void aPoolWithNothingToGiveIsNotUpAndItsNumbersSayWhy(Runner run) {
        Database small = ofOneConnection(run);
        // As somebody else asks, who is not in the transaction that has the connection.
        Mono<Health> asked = small.healthCheck(Duration.ofMillis(200)).contextWrite(context -> Context.empty());
        Health health = run.get(small.transaction(
                () -> small.executor().update(Sql.of("select 1")).then(asked)));

        assertThat(health.up()).isFalse();
        assertThat(health.error()).isEqualTo("no answer within 200 ms");
        assertThat(Objects.requireNonNull(health.pool())).isEqualTo(new Health.Pool(1, 0, 0, 1));
        assertThat(run.get(small.healthCheck()).up()).as("afterwards").isTrue();
        run.value(small.close());
    }

    @Test
    @Feature("1.8")
    default void whoHoldsTheOnlyConnectionHearsThatThereIsNoOther(Runner run) {
        Database small = ofOneConnection(run);
        Health health = run.get(small.transaction(
                () -> small.executor().update(Sql.of("select 1")).then(small.healthCheck())));

        assertThat(health.up()).isFalse();
        assertThat(health.error()).contains("held by transactions that wait for one more");
        run.value(small.close());
    }

    private static Database ofOneConnection(Runner run) {
        return Database.builder(run.url())
                .withPool(PoolSettings.DEFAULT.withMaxSize(1))
                .build();
    }

    @Test
    @Feature("1.8")
    default void ofAFactoryThatIsTheUsersOwnThePoolIsNotKnown(Runner run) {
        Database own = Database.of(OwnFactory.of(run), run.database().dialect());

        Health health = run.get(own.healthCheck());
        assertThat(health.up()).isTrue();
        assertThat(health.pool()).isNull();
    }

    @Test
    @Feature("1.8")
    @Needs(Capability.SERVER)
    default void aServerThatIsNotThereIsNotUp(Runner run) {
        Database nowhere = Database.connect(run.url().replaceFirst(":[0-9]+/", ":1/"));
        Health health = run.get(nowhere.healthCheck());

        assertThat(health.up()).isFalse();
        assertThat(health.product()).isNull();
        assertThat(health.error()).contains("127.0.0.1:1/");
        run.value(nowhere.close());
    }

    @Test
    @Feature("1.8")
    @Needs(Capability.SERVER)
    default void aServerThatDoesNotSpeakIsNotUpWhenTheTimeIsOver(Runner run) throws IOException {
        try (ServerSocket mute = new ServerSocket(0)) {
            Database silent = Database.connect(run.url().replaceFirst(":[0-9]+/", ":" + mute.getLocalPort() + "/"));
            Health health = run.get(silent.healthCheck(Duration.ofMillis(250)));

            assertThat(health.up()).isFalse();
            assertThat(health.error()).isEqualTo("no answer within 250 ms");
            assertThat(health.latency()).isLessThan(Duration.ofSeconds(2));
            run.value(silent.close().timeout(Duration.ofSeconds(1), Mono.empty()));
        }
    }

    @Test
    @Feature("1.8")
    @Needs(Capability.SERVER)
    default void aRefusedAccountIsNotUpAndItsPasswordIsNotSaid(Runner run) {
        Database refused = Database.connect(run.url().replaceFirst("//[^@]*@", "//nobody:canary7431@"));
        Health health = run.get(refused.healthCheck());

        assertThat(health.up()).isFalse();
        assertThat(health.toString()).doesNotContain("canary7431");
        run.value(refused.close());
    }
}
