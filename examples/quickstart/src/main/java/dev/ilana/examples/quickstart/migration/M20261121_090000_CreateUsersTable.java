package dev.ilana.examples.quickstart.migration;

import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import org.reactivestreams.Publisher;

/** Those who write. */
public final class M20261121_090000_CreateUsersTable implements Migration {

    @Override
    public Publisher<?> up(Schema schema) {
        return schema.create("users", table -> {
            table.id();
            table.string("name");
            table.string("email").unique();
            table.integer("karma").defaultTo(100);
            table.timestamps();
        });
    }

    @Override
    public Publisher<?> down(Schema schema) {
        return schema.drop("users");
    }
}
