package dev.ilana.examples.tenants;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a tenant does with its projects. It names no tenant, and does not know how they are kept apart: whoever subscribes says for
 * whom.
 *
 * @param <P> a project
 * @param <T> a task of one
 */
record Tracker<P extends Model<P>, T extends Model<T>>(
        Table<P> projects, Column<P, String> name, HasMany<P, T> tasks, Column<T, String> title) {

    /** All tenants in the same tables. */
    static final Tracker<?, ?> ROWS = new Tracker<>(
            dev.ilana.examples.tenants.rows.Project.PROJECTS,
            dev.ilana.examples.tenants.rows.Project.NAME,
            dev.ilana.examples.tenants.rows.Project.TASKS,
            dev.ilana.examples.tenants.rows.Task.TITLE);

    /** Each tenant in a schema of its own. */
    static final Tracker<?, ?> SCHEMAS = new Tracker<>(
            dev.ilana.examples.tenants.schemas.Project.PROJECTS,
            dev.ilana.examples.tenants.schemas.Project.NAME,
            dev.ilana.examples.tenants.schemas.Project.TASKS,
            dev.ilana.examples.tenants.schemas.Task.TITLE);

    /** Begins a project with these tasks. */
    Mono<Void> begin(String project, List<String> titles) {
        return DB.transaction(() -> projects.create(name.to(project))
                .flatMap(begun -> Flux.fromIterable(titles)
                        .concatMap(one -> tasks.of(begun).create(title.to(one)))
                        .then()));
    }

    /** Each project with its tasks, by name. */
    Flux<String> overview() {
        return projects.with(tasks).orderBy(name).get().map(this::line);
    }

    private String line(P project) {
        return project.get(tasks).stream()
                .map(task -> task.get(title))
                .sorted()
                .collect(Collectors.joining(", ", project.get(name) + ": ", ""));
    }

    /** How many projects have something to be done. */
    Mono<Long> unfinished() {
        return projects.query().has(tasks).count();
    }

    /** How many projects there are. */
    Mono<Long> count() {
        return projects.count();
    }

    /** Gives a project another name; the number is 0 where it is not there. */
    Mono<Long> rename(String project, String newName) {
        return projects.where(name.eq(project)).update(name.to(newName));
    }

    /** Gives up a project and its tasks; the number is 0 where it is not there. */
    Mono<Long> giveUp(String project) {
        return DB.transaction(() -> projects.where(name.eq(project))
                .get()
                .concatMap(found -> tasks.of(found).delete().then(found.delete()))
                .filter(deleted -> deleted)
                .count());
    }
}
