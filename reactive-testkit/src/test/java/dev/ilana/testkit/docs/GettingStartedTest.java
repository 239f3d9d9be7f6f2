package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.Task.DONE;
import static dev.ilana.testkit.docs.Task.TASKS;
import static dev.ilana.testkit.docs.Task.TITLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.Databases;
import dev.ilana.schema.build.Schema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/getting-started.md}: the one page whose code runs on the default database. */
class GettingStartedTest {

    private final List<String> printed = new ArrayList<>();

    @AfterEach
    void forget() {
        Databases.clearDefault();
    }

    @Test
    void program() {
        // tag::connect
        Database database = Database.connect("h2:mem:tasks");
        DB.setDefault(database);
        // end::connect

        // tag::table
        Mono<Void> table = Schema.current().createIfNotExists("tasks", t -> {
            t.id();
            t.string("title");
            t.bool("done").defaultTo(false);
            t.timestamps();
        });
        // end::table

        // tag::write
        Mono<Task> written = TASKS.create(TITLE.to("Write the guide"))
                .then(TASKS.create(TITLE.to("Read it")))
                .flatMap(task -> task.set(DONE, true).save());
        // end::write

        // tag::read
        Flux<String> open = TASKS.where(DONE.isFalse()).orderBy(TITLE).get().map(Task::title);
        // end::read

        // tag::run
        table.then(written).thenMany(open).doOnNext(this::print).blockLast();
        database.close().block();
        // end::run

        assertThat(printed).containsExactly("Write the guide");
    }

    private void print(String line) {
        printed.add(line);
    }
}
