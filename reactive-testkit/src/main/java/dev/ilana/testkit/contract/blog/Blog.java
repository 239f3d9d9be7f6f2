package dev.ilana.testkit.contract.blog;

import dev.ilana.DB;
import dev.ilana.schema.build.Schema;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The blog's tables. */
public final class Blog {

    private static final List<String> CHILDREN_FIRST =
            List.of("role_user", "roles", "profiles", "comments", "posts", "users");

    private Blog() {}

    /** The tables, made where they are missing, and empty. */
    public static Mono<Void> empty() {
        Schema schema = Schema.current();
        return schema.hasTable("users").flatMap(there -> there ? clear() : create(schema));
    }

    private static Mono<Void> clear() {
        return Flux.fromIterable(CHILDREN_FIRST)
                .concatMap(table -> DB.table(table).everything().delete())
                .then();
    }

    private static Mono<Void> create(Schema schema) {
        return schema.create("users", table -> {
                    table.id();
                    table.string("name");
                    table.string("email").unique();
                    table.integer("age").nullable();
                    table.enumeration("kind", User.Kind.class);
                    table.json("prefs").nullable();
                    table.timestamps();
                    table.softDeletes();
                })
                .then(schema.create("posts", table -> {
                    table.id();
                    table.foreignId("user_id").constrained();
                    table.string("title");
                    table.bool("published").defaultTo(true);
                    table.integer("views").defaultTo(0);
                    table.timestamps();
                }))
                .then(schema.create("comments", table -> {
                    table.id();
                    table.foreignId("post_id").constrained();
                    table.foreignId("parent_id").nullable();
                    table.text("body");
                }))
                .then(schema.create("profiles", table -> {
                    table.id();
                    table.foreignId("user_id").unique().constrained();
                    table.string("bio");
                }))
                .then(schema.create("roles", table -> {
                    table.id();
                    table.string("name");
                }))
                .then(schema.create("role_user", table -> {
                    table.foreignId("role_id").constrained();
                    table.foreignId("user_id").constrained();
                    table.primary("role_id", "user_id");
                }));
    }
}
