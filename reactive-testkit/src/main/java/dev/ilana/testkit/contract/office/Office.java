package dev.ilana.testkit.contract.office;

import dev.ilana.DB;
import dev.ilana.schema.build.Schema;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables of projects. */
public final class Office {

    private static final List<String> TABLES = List.of("tasks", "projects", "desks");

    private Office() {}

    /** The tables, made where they are missing, and empty. */
    public static Mono<Void> empty() {
        Schema schema = Schema.current();
        return schema.hasTable("projects").flatMap(there -> there ? clear() : create(schema));
    }

    private static Mono<Void> clear() {
        return Flux.fromIterable(TABLES)
                .concatMap(table -> DB.table(table).everything().delete())
                .then();
    }

    private static Mono<Void> create(Schema schema) {
        return schema.create("projects", table -> {
                    table.id();
                    table.string("company");
                    table.string("code", 100).unique();
                    table.integer("budget");
                    table.timestamps();
                    table.softDeletes();
                })
                .then(schema.create("tasks", table -> {
                    table.id();
                    table.string("company");
                    table.bigInteger("project_id");
                    table.string("title");
                }))
                .then(schema.create("desks", table -> {
                    table.id();
                    table.bigInteger("company_id");
                    table.string("room");
                }));
    }
}
