package dev.ilana.examples.realworld.migration;

import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;

/** Who follows whom. */
@Component
public final class M20261122_090100_CreateFollowsTable implements Migration {

    @Override
    public Publisher<?> up(Schema schema) {
        return schema.create("follows", table -> {
            table.foreignId("followed_id").constrained("users").cascadeOnDelete();
            table.foreignId("follower_id").index().constrained("users").cascadeOnDelete();
            table.primary("followed_id", "follower_id");
        });
    }

    @Override
    public Publisher<?> down(Schema schema) {
        return schema.drop("follows");
    }
}
