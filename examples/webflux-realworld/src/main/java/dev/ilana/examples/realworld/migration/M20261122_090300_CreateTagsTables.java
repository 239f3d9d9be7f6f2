package dev.ilana.examples.realworld.migration;

import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;

/** The words that articles are found by. */
@Component
public final class M20261122_090300_CreateTagsTables implements Migration {

    @Override
    public Publisher<?> up(Schema schema) {
        return schema.create("tags", table -> {
                    table.id();
                    table.string("name", 60).unique();
                })
                .then(schema.create("article_tag", table -> {
                    table.foreignId("article_id").constrained().cascadeOnDelete();
                    table.foreignId("tag_id").index().constrained().cascadeOnDelete();
                    table.primary("article_id", "tag_id");
                }));
    }

    @Override
    public Publisher<?> down(Schema schema) {
        return schema.drop("article_tag").then(schema.drop("tags"));
    }
}
