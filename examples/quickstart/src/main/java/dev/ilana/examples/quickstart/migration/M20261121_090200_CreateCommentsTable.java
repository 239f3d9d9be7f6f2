package dev.ilana.examples.quickstart.migration;

import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import org.reactivestreams.Publisher;

/** What others say of it. */
public final class M20261121_090200_CreateCommentsTable implements Migration {

    @Override
    public Publisher<?> up(Schema schema) {
        return schema.create("comments", table -> {
            table.id();
            table.foreignId("post_id").index().constrained().cascadeOnDelete();
            table.text("body");
        });
    }

    @Override
    public Publisher<?> down(Schema schema) {
        return schema.drop("comments");
    }
}
