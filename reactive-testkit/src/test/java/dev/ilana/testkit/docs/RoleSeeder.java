package dev.ilana.testkit.docs;

import dev.ilana.DB;
import dev.ilana.schema.seed.Seeder;
import dev.ilana.schema.seed.Seeding;
import java.util.Map;
import org.reactivestreams.Publisher;

/** The roles that there are from the beginning. */
// tag::seeder
public final class RoleSeeder implements Seeder {
    @Override
    public Publisher<?> run(Seeding seeding) {
        return DB.table("roles").insert(Map.of("name", "admin"));
    }
}
// end::seeder
