package dev.ilana.examples.tenants.schemas;

import static dev.ilana.validation.Rules.unique;

import dev.ilana.Table;
import dev.ilana.connection.Tenant;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;

/** What a company works on. */
public final class Project extends Model<Project> {

    public static final Table<Project> PROJECTS = Table.of(Tenant.SCHEMA + ".projects", Project::new);

    public static final Column<Project, Long> ID = PROJECTS.id();
    public static final Column<Project, String> NAME =
            PROJECTS.string("name").maxLength(80).unique().rules(unique());

    public static final HasMany<Project, Task> TASKS = PROJECTS.hasMany("tasks", () -> Task.PROJECT_ID);

    public Project() {
        super(PROJECTS);
    }
}
