package dev.ilana.testkit.docs;

import dev.ilana.DB;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import java.util.Map;
import org.reactivestreams.Publisher;

/** A column more, and a value in it for those that are there. */
// tag::alter
public final class M20261122_100000_AddPhoneToUsers implements Migration {
    @Override
    public Publisher<?> up(Schema schema) {
        return schema.table("users", table -> {
                    table.string("phone", 30).nullable();
                    table.index("phone");
                    table.renameColumn("age", "years");
                })
                .then(DB.table("users").everything().update(Map.of("phone", "unknown")));
    }

    @Override
    public Publisher<?> down(Schema schema) {
        return schema.table("users", table -> {
            table.renameColumn("years", "age");
            table.dropIndex("phone");
            table.dropColumn("phone");
        });
    }
}
// end::alter
