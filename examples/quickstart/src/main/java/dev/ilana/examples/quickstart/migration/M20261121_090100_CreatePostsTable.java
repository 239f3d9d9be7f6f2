package dev.ilana.examples.quickstart.migration;

import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import org.reactivestreams.Publisher;

/** What they write. */
public final class M20261121_090100_CreatePostsTable implements Migration {

    @Override
    public Publisher<?> up(Schema schema) {
        return schema.create("posts", table -> {
            table.id();
            table.foreignId("user_id").index().constrained().cascadeOnDelete();
            table.string("title");
            table.bool("published").defaultTo(true);
            table.integer("views").defaultTo(0);
            table.timestamps();
        });
    }

    @Override
    public Publisher<?> down(Schema schema) {
        return schema.drop("posts");
    }
}
