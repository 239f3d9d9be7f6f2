package dev.ilana.examples.realworld.migration;

import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;

/** What they write. */
@Component
public final class M20261122_090200_CreateArticlesTable implements Migration {

    @Override
    public Publisher<?> up(Schema schema) {
        return schema.create("articles", table -> {
            table.id();
            table.foreignId("author_id").index().constrained("users").cascadeOnDelete();
            table.string("slug").unique();
            table.string("title");
            table.text("description");
            table.longText("body");
            table.timestamps();
        });
    }

    @Override
    public Publisher<?> down(Schema schema) {
        return schema.drop("articles");
    }
}
