package dev.ilana.examples.tenants.schemas;

import dev.ilana.Table;
import dev.ilana.connection.Tenant;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;

/** What is to be done for a project. */
public final class Task extends Model<Task> {

    public static final Table<Task> TASKS = Table.of(Tenant.SCHEMA + ".tasks", Task::new);

    public static final Column<Task, Long> ID = TASKS.id();
    public static final Column<Task, Long> PROJECT_ID = TASKS.foreignId("project_id");
    public static final Column<Task, String> TITLE = TASKS.string("title");

    public static final BelongsTo<Task, Project> PROJECT =
            TASKS.belongsTo("project", PROJECT_ID, () -> Project.PROJECTS);

    public Task() {
        super(TASKS);
    }
}
