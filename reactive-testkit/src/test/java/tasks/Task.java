// tag::file
package tasks;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;

public final class Task extends Model<Task> {
    public static final Table<Task> TASKS = Table.of("tasks", Task::new).timestamps();

    public static final Column<Task, Long> ID = TASKS.id();
    public static final Column<Task, String> TITLE = TASKS.string("title").fillable();
    public static final Column<Task, Boolean> DONE = TASKS.bool("done").defaultTo(false);

    public Task() {
        super(TASKS);
    }

    public String title() {
        return get(TITLE);
    }
}
// end::file
