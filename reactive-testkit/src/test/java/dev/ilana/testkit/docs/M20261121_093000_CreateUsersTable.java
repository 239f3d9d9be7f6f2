package dev.ilana.testkit.docs;

import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import org.reactivestreams.Publisher;

/** The table of the users. */
// tag::migration
public final class M20261121_093000_CreateUsersTable implements Migration {
    @Override
    public Publisher<?> up(Schema schema) {
        return schema.create("users", table -> {
            table.id();
            table.string("name");
            table.string("email").unique();
            table.integer("age").nullable();
            table.string("kind", 20);
            table.json("prefs").nullable();
            table.timestamps();
            table.softDeletes();
        });
    }

    @Override
    public Publisher<?> down(Schema schema) {
        return schema.drop("users");
    }
}
// end::migration
