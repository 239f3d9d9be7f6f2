package dev.ilana.examples.realworld.migration;

import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;

/** What is said of an article. */
@Component
public final class M20261122_090500_CreateCommentsTable implements Migration {

    @Override
    public Publisher<?> up(Schema schema) {
        return schema.create("comments", table -> {
            table.id();
            table.foreignId("article_id").index().constrained().cascadeOnDelete();
            table.foreignId("author_id").index().constrained("users").cascadeOnDelete();
            table.text("body");
            table.timestamps();
        });
    }

    @Override
    public Publisher<?> down(Schema schema) {
        return schema.drop("comments");
    }
}
