// tag::file
package tasks;

import static tasks.Task.DONE;
import static tasks.Task.TASKS;
import static tasks.Task.TITLE;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.schema.build.Schema;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Database database = Database.connect("h2:mem:tasks");
        DB.setDefault(database);

        Mono<Void> table = Schema.current().createIfNotExists("tasks", t -> {
            t.id();
            t.string("title");
            t.bool("done").defaultTo(false);
            t.timestamps();
        });
        Mono<Task> written = TASKS.create(TITLE.to("Write the guide"))
                .then(TASKS.create(TITLE.to("Read it")))
                .flatMap(task -> task.set(DONE, true).save());
        Flux<String> open = TASKS.where(DONE.isFalse()).orderBy(TITLE).get().map(Task::title);

        table.then(written).thenMany(open).doOnNext(System.out::println).blockLast();
        database.close().block();
    }
}
// end::file
