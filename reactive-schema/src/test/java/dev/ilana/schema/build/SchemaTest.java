package dev.ilana.schema.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.InvalidNameException;
import dev.ilana.query.Query;
import dev.ilana.query.Row;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SchemaTest {

    private final Database database = Database.connect("h2:mem:" + UUID.randomUUID());
    private final Schema schema = Schema.on(database);

    @AfterEach
    void close() {
        database.close().block();
    }

    @Test
    void nothingHappensBeforeSubscription() {
        Mono<Void> create = schema.create("users", t -> t.id());
        StepVerifier.create(schema.hasTable("users")).expectNext(false).verifyComplete();
        StepVerifier.create(create.then(schema.hasTable("users")))
                .expectNext(true)
                .verifyComplete();
        StepVerifier.create(create).verifyError(BadSqlException.class);
    }

    @Test
    void createsIfNotThere() {
        StepVerifier.create(schema.createIfNotExists("users", t -> t.id())
                        .then(schema.createIfNotExists("users", t -> t.string("other")))
                        .then(schema.hasColumn("users", "other")))
                .expectNext(false)
                .verifyComplete();
    }

    @Test
    void changesATableStepByStep() {
        Mono<Void> changes = schema.create("users", t -> {
                    t.id();
                    t.string("name");
                })
                .then(schema.table("users", t -> {
                    t.string("email").nullable().unique();
                    t.integer("age").defaultTo(3).index();
                    t.renameColumn("name", "full_name");
                }))
                .then(schema.table("users", t -> {
                    t.dropUnique("email");
                    t.dropColumn("email");
                }));
        StepVerifier.create(changes.then(Query.table("users").on(database).insert(Map.of("full_name", "Ada")))
                        .then(Query.table("users").on(database).first())
                        .map(Row::toMap))
                .expectNext(Map.of("id", 1L, "full_name", "Ada", "age", 3))
                .verifyComplete();
    }

    @Test
    void renamesAndDrops() {
        StepVerifier.create(schema.create("a", t -> t.id())
                        .then(schema.rename("a", "b"))
                        .then(schema.hasTable("b")))
                .expectNext(true)
                .verifyComplete();
        StepVerifier.create(schema.drop("b").then(schema.dropIfExists("b"))).verifyComplete();
        StepVerifier.create(schema.drop("b")).verifyError(BadSqlException.class);
    }

    @Test
    void runsOnTheDatabaseOfTheContext() {
        Schema current = Schema.current();
        StepVerifier.create(current.raw("create table \"plain\" (\"a\" integer)")
                        .then(current.hasColumn("plain", "a"))
                        .contextWrite(database.use()))
                .expectNext(true)
                .verifyComplete();
    }

    @Test
    void aBadNameIsAnErrorOfTheMono() {
        StepVerifier.create(schema.create("users; drop table x", t -> t.id())).verifyError(InvalidNameException.class);
        StepVerifier.create(schema.hasTable("x' or '1'='1")).verifyError(InvalidNameException.class);
        assertThat(database.acquiredConnections()).isZero();
    }
}
