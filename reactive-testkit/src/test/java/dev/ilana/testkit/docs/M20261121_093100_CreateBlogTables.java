package dev.ilana.testkit.docs;

import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The tables that point at the users. */
public final class M20261121_093100_CreateBlogTables implements Migration {
    // tag::foreignKeys
    @Override
    public Publisher<?> up(Schema schema) {
        Mono<Void> posts = schema.create("posts", table -> {
            table.id();
            table.foreignId("user_id").constrained().cascadeOnDelete();
            table.string("title");
            table.bool("published").defaultTo(true);
            table.integer("views").defaultTo(0);
            table.bigInteger("fee").nullable();
            table.timestamps();
            table.index("published", "views");
        });
        Mono<Void> roles = schema.create("roles", table -> {
            table.id();
            table.string("name").unique();
        });
        Mono<Void> pivot = schema.create("role_user", table -> {
            table.foreignId("user_id").constrained().cascadeOnDelete();
            table.foreignId("role_id").constrained().cascadeOnDelete();
            table.primary("user_id", "role_id");
        });
        return posts.then(roles).then(pivot).then(rest(schema));
    }
    // end::foreignKeys

    private static Mono<Void> rest(Schema schema) {
        return schema.create("comments", table -> {
                    table.id();
                    table.foreignId("post_id").constrained().cascadeOnDelete();
                    table.string("body");
                })
                .then(schema.create("profiles", table -> {
                    table.id();
                    table.foreignId("user_id").unique().constrained();
                    table.string("bio");
                }));
    }

    @Override
    public Publisher<?> down(Schema schema) {
        return schema.drop("profiles")
                .then(schema.drop("comments"))
                .then(schema.drop("role_user"))
                .then(schema.drop("roles"))
                .then(schema.drop("posts"));
    }
}
