package dev.ilana.examples.tenants.rows;

import static dev.ilana.validation.Rules.unique;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.TableIndex;
import dev.ilana.relation.HasMany;

/** What a company works on. Its name is unique among those of the company. */
public final class Project extends Model<Project> {

    public static final Table<Project> PROJECTS = Table.of("projects", Project::new);

    public static final Column<Project, Long> ID = PROJECTS.id();
    public static final Column<Project, String> COMPANY =
            PROJECTS.tenant(PROJECTS.string("company").maxLength(40));
    public static final Column<Project, String> NAME =
            PROJECTS.string("name").maxLength(80).rules(unique());

    public static final TableIndex<Project> NAME_IN_COMPANY =
            PROJECTS.index(COMPANY, NAME).unique();

    public static final HasMany<Project, Task> TASKS = PROJECTS.hasMany("tasks", () -> Task.PROJECT_ID);

    public Project() {
        super(PROJECTS);
    }
}
