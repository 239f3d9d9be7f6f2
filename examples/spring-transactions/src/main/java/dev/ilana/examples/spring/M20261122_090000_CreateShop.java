package dev.ilana.examples.spring;

import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;

/** The tables of the shop; found as a bean, and run at the start. */
// tag::migration
@Component
public final class M20261122_090000_CreateShop implements Migration {

    @Override
    public Publisher<?> up(Schema schema) {
        return schema.create("stock", table -> {
                    table.string("article").primary();
                    table.integer("pieces");
                })
                .then(schema.create("orders", table -> {
                    table.id();
                    table.string("article");
                    table.integer("pieces");
                    table.timestamps();
                }));
    }

    @Override
    public Publisher<?> down(Schema schema) {
        return schema.drop("orders").then(schema.drop("stock"));
    }
}
// end::migration
