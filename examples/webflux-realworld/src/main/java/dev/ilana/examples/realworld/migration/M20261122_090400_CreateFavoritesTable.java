package dev.ilana.examples.realworld.migration;

import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;

/** Who likes which article. */
@Component
public final class M20261122_090400_CreateFavoritesTable implements Migration {

    @Override
    public Publisher<?> up(Schema schema) {
        return schema.create("favorites", table -> {
            table.foreignId("article_id").constrained().cascadeOnDelete();
            table.foreignId("user_id").index().constrained().cascadeOnDelete();
            table.primary("article_id", "user_id");
        });
    }

    @Override
    public Publisher<?> down(Schema schema) {
        return schema.drop("favorites");
    }
}
