package dev.ilana.testkit.contract.office;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;

/** A project of a company; its code is no other project's, whosever that is. */
public final class Project extends Model<Project> {

    public static final Table<Project> PROJECTS =
            Table.of("projects", Project::new).timestamps().softDeletes();

    public static final Column<Project, Long> ID = PROJECTS.id();
    public static final Column<Project, String> COMPANY = PROJECTS.tenant(PROJECTS.string("company"));
    public static final Column<Project, String> CODE = PROJECTS.string("code").fillable();
    public static final Column<Project, Integer> BUDGET =
            PROJECTS.integer("budget").defaultTo(0).fillable();

    public static final HasMany<Project, Task> TASKS = PROJECTS.hasMany("tasks", () -> Task.PROJECT_ID);

    public Project() {
        super(PROJECTS);
    }

    public static Project of(String code) {
        return new Project().set(CODE, code);
    }

    public String code() {
        return get(CODE);
    }
}
