package dev.ilana.examples.realworld.migration;

import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;

/** Those who write and read. */
@Component
public final class M20261122_090000_CreateUsersTable implements Migration {

    @Override
    public Publisher<?> up(Schema schema) {
        return schema.create("users", table -> {
            table.id();
            table.string("email").unique();
            table.string("username").unique();
            table.string("password");
            table.text("bio").nullable();
            table.text("image").nullable();
            table.timestamps();
        });
    }

    @Override
    public Publisher<?> down(Schema schema) {
        return schema.drop("users");
    }
}
