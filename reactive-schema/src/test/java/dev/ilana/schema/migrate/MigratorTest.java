package dev.ilana.schema.migrate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.connection.Database;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.query.Query;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.MigrationStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class MigratorTest {

    private static final String TABLE = MigratorSettings.DEFAULT.table();
    private static final String USERS = "M20260101_000000_CreateUsers";
    private static final String POSTS = "M20260102_000000_CreatePosts";
    private static final String BROKEN = "M20260103_000000_Broken";
    private static final String LAST = "M20260104_000000_Last";

    private final Database database = Database.connect("h2:mem:" + UUID.randomUUID());
    private final Schema schema = Schema.on(database);
    private final Migrator migrator =
            Migrator.of(database, List.of(new M20260102_000000_CreatePosts(), new M20260101_000000_CreateUsers()));

    @AfterEach
    void close() {
        database.close().block();
    }

    @Test
    void appliesWhatIsPendingInOrderAndTellsOfEachStatement() {
        List<MigrationEvent> events =
                requireNonNull(migrator.migrate().collectList().block());
        assertThat(events)
                .filteredOn(event -> !(event instanceof MigrationEvent.Statement))
                .extracting(event ->
                        event.getClass().getSimpleName() + " " + ((MigrationEvent.OfMigration) event).migration())
                .containsExactly("Started " + USERS, "Finished " + USERS, "Started " + POSTS, "Finished " + POSTS);
        assertThat(events)
                .filteredOn(MigrationEvent.Statement.class::isInstance)
                .map(event -> ((MigrationEvent.Statement) event).sql().replaceAll(" .*", ""))
                .containsExactly("create", "insert", "create");
        assertThat(events)
                .filteredOn(MigrationEvent.Finished.class::isInstance)
                .allSatisfy(event ->
                        assertThat(((MigrationEvent.Finished) event).duration()).isPositive());
        assertThat(tables("users", "posts")).containsExactly(true, true);
    }

    @Test
    void aSecondRunFindsNothingToDo() {
        run(migrator.migrate());
        StepVerifier.create(migrator.migrate()).verifyComplete();
    }

    @Test
    void queriesInAMigrationRunOnItsDatabase() {
        run(migrator.migrate());
        StepVerifier.create(Query.table("users").on(database).count())
                .expectNext(1L)
                .verifyComplete();
    }

    @Test
    void nothingHappensBeforeSubscription() {
        Flux<MigrationEvent> migrate = migrator.migrate();
        assertThat(tables(TABLE)).containsExactly(false);
        run(migrate);
        assertThat(tables(TABLE)).containsExactly(true);
    }

    @Test
    void rollsBackTheLastBatchInReverse() {
        run(Migrator.of(database, List.of(new M20260101_000000_CreateUsers())).migrate());
        Migrator all = Migrator.of(
                database,
                List.of(
                        new M20260101_000000_CreateUsers(),
                        new M20260102_000000_CreatePosts(),
                        new M20260104_000000_Last()));
        run(all.migrate());
        assertThat(run(all.rollback())).containsExactly(LAST, POSTS);
        assertThat(run(all.rollback())).containsExactly(USERS);
        assertThat(run(all.rollback())).isEmpty();
        assertThat(tables("users", "posts")).containsExactly(false, false);
    }

    @Test
    void rollsBackSoManyStepsAcrossBatches() {
        run(Migrator.of(database, List.of(new M20260101_000000_CreateUsers())).migrate());
        run(migrator.migrate());
        assertThat(run(migrator.rollback(Rollback.steps(1)))).containsExactly(POSTS);
        run(migrator.migrate());
        assertThat(run(migrator.rollback(Rollback.steps(5)))).containsExactly(POSTS, USERS);
        assertThatThrownBy(() -> Rollback.steps(0))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("to roll back takes at least 1 step, not 0");
    }

    @Test
    void statusBeforeAnythingChangesNothing() {
        StepVerifier.create(migrator.status())
                .expectNext(new MigrationStatus(new MigrationName(USERS), State.PENDING, null, null, null))
                .expectNext(new MigrationStatus(new MigrationName(POSTS), State.PENDING, null, null, null))
                .verifyComplete();
        assertThat(tables(TABLE)).containsExactly(false);
    }

    @Test
    void statusTellsAppliedPendingAndMissing() {
        Instant before = Instant.now();
        run(migrator.migrate());
        Migrator other =
                Migrator.of(database, List.of(new M20260101_000000_CreateUsers(), new M20260104_000000_Last()));
        run(other.migrate());
        run(other.rollback());
        List<MigrationStatus> status =
                requireNonNull(other.status().collectList().block());
        assertThat(status)
                .extracting(one -> one.migration().value(), MigrationStatus::state, MigrationStatus::batch)
                .containsExactly(
                        tuple(USERS, State.APPLIED, 1),
                        tuple(POSTS, State.MISSING, 1),
                        tuple(LAST, State.PENDING, null));
        assertThat(status.get(0).appliedAt())
                .isBetween(before.minus(Duration.ofSeconds(1)), Instant.now().plusSeconds(1));
    }

    @Test
    void doesNotRollBackWhenOneIsMissing() {
        Migrator withLast =
                Migrator.of(database, List.of(new M20260101_000000_CreateUsers(), new M20260104_000000_Last()));
        run(withLast.migrate());
        Migrator without = Migrator.of(database, List.of(new M20260104_000000_Last()));
        StepVerifier.create(without.rollback())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                MigrationNotFoundException.class,
                                missing -> assertThat(missing.missing()).containsExactly(new MigrationName(USERS)))
                        .hasMessage("can't roll back what is not there: the database has " + USERS
                                + " applied, but no such class was given; nothing was rolled back"));
        assertThat(withLast.status().map(MigrationStatus::state).collectList().block())
                .containsExactly(State.APPLIED, State.APPLIED);
    }

    @Test
    void aFailureEndsTheRunAndWhatIsRecordedIsTrue() {
        Migrator broken = Migrator.of(
                database,
                List.of(
                        new M20260101_000000_CreateUsers(),
                        new M20260103_000000_Broken(),
                        new M20260104_000000_Last()));
        StepVerifier.create(broken.migrate())
                .thenConsumeWhile(event -> true)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(MigrationFailedException.class, failed -> {
                            assertThat(failed.migration()).isEqualTo(new MigrationName(BROKEN));
                            assertThat(failed.direction()).isEqualTo(Direction.UP);
                        })
                        .hasMessageStartingWith(BROKEN + " failed to migrate: ")
                        .hasCauseInstanceOf(BadSqlException.class));
        assertThat(broken.status().map(MigrationStatus::state).collectList().block())
                .containsExactly(State.APPLIED, State.FAILED, State.PENDING);
        // H2 commits when a table is made, so this one stays; the row written after it does not.
        assertThat(tables("half")).containsExactly(true);
        assertThat(Query.table("half").on(database).count().block()).isZero();
        assertThat(database.acquiredConnections()).isZero();
    }

    @Test
    void aMigrationThatThrowsFailsLikeOneThatEndsInAnError() {
        StepVerifier.create(Migrator.of(database, List.of(new M20260105_000000_Throws()))
                        .migrate())
                .thenConsumeWhile(event -> true)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(MigrationFailedException.class)
                        .hasMessage("M20260105_000000_Throws failed to migrate: on purpose"));
    }

    @Test
    void keepsItsHistoryWhereItIsTold() {
        run(migrator.with(MigratorSettings.DEFAULT.withTable("my_history")).migrate());
        assertThat(tables("my_history", TABLE)).containsExactly(true, false);
    }

    @Test
    void refusesNamesThatDoNotSayWhen() {
        assertThatThrownBy(() -> Migrator.of(database, List.of(new CreateUsers())))
                .isInstanceOf(InvalidMigrationNameException.class)
                .hasMessage(
                        "\"CreateUsers\" is no migration's name; one looks like M20261121_093000_CreateUsersTable: M,"
                                + " the date, the time, and what it does");
        assertThatThrownBy(() -> new MigrationName("M20261399_000000_NoSuchDay"))
                .isInstanceOf(InvalidMigrationNameException.class);
        assertThatThrownBy(
                        () -> Migrator.of(database, List.of(new M20260104_000000_Last(), new M20260104_000000_Last())))
                .isInstanceOf(DuplicateMigrationException.class);
    }

    /** The names of those that finished. */
    @CanIgnoreReturnValue
    private static List<String> run(Flux<MigrationEvent> events) {
        List<String> names = events.ofType(MigrationEvent.Finished.class)
                .map(event -> event.migration().value())
                .collectList()
                .block();
        return names == null ? List.of() : names;
    }

    private List<Boolean> tables(String... names) {
        List<Boolean> there =
                Flux.fromArray(names).concatMap(schema::hasTable).collectList().block();
        return there == null ? List.of() : there;
    }

    private static final class M20260101_000000_CreateUsers implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.create("users", t -> {
                        t.id();
                        t.string("name");
                    })
                    .then(Query.table("users").insert(Map.of("name", "Ada")));
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.drop("users");
        }
    }

    private static final class M20260102_000000_CreatePosts implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.create("posts", t -> {
                t.id();
                t.foreignId("user_id").constrained();
            });
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.drop("posts");
        }

        @Override
        public boolean withinTransaction() {
            return false;
        }
    }

    private static final class M20260103_000000_Broken implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.create("half", t -> t.integer("n"))
                    .then(Query.table("half").insert(Map.of("n", 1)))
                    .then(schema.raw("select nope"));
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.drop("half");
        }
    }

    private static final class M20260104_000000_Last implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return Mono.empty();
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return Mono.empty();
        }
    }

    private static final class M20260105_000000_Throws implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return Mono.empty();
        }
    }

    private static final class CreateUsers implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return Mono.empty();
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return Mono.empty();
        }
    }
}
