package dev.ilana.testkit.contract.club;

import dev.ilana.DB;
import dev.ilana.schema.build.Schema;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The club's tables. */
public final class Club {

    private static final List<String> TABLES =
            List.of("countries", "events", "tickets", "memberships", "accounts", "guests");

    private Club() {}

    /** The tables, made where they are missing, and empty. */
    public static Mono<Void> empty() {
        Schema schema = Schema.current();
        return schema.hasTable("accounts").flatMap(there -> there ? clear() : create(schema));
    }

    private static Mono<Void> clear() {
        return Flux.fromIterable(TABLES)
                .concatMap(table -> DB.table(table).everything().delete())
                .then();
    }

    private static Mono<Void> create(Schema schema) {
        return schema.create("countries", table -> {
                    table.string("code", 2).primary();
                    table.string("name");
                })
                .then(schema.create("events", table -> {
                    table.uuid("id").primary();
                    table.string("title");
                }))
                .then(schema.create("tickets", table -> {
                    table.string("id", 26).primary();
                    table.string("holder");
                }))
                .then(schema.create("memberships", table -> {
                    table.bigInteger("club_id");
                    table.string("member", 40);
                    table.string("standing");
                    table.primary("club_id", "member");
                }))
                .then(schema.create("accounts", table -> {
                    table.id();
                    table.string("owner");
                    table.string("email", 100).nullable().unique();
                    table.integer("balance");
                    table.string("country_code", 2).nullable();
                    table.integer("version");
                    table.string("opened_by").nullable();
                    table.string("changed_by").nullable();
                    table.timestamp("opened_at").nullable();
                    table.timestamp("changed_at").nullable();
                    table.timestamp("closed_at").nullable();
                }))
                .then(schema.create("guests", table -> {
                    table.id();
                    table.string("full_name");
                    table.integer("age").nullable();
                }));
    }
}
