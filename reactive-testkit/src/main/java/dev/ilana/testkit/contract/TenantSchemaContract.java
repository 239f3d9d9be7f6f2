package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.TenantContract.as;
import static dev.ilana.testkit.contract.office.Invoice.COPIES;
import static dev.ilana.testkit.contract.office.Invoice.INVOICES;
import static dev.ilana.testkit.contract.office.Invoice.LINES;
import static dev.ilana.testkit.contract.office.Invoice.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.Tenant;
import dev.ilana.dialect.Capability;
import dev.ilana.error.InvalidNameException;
import dev.ilana.error.MissingTenantException;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.contract.office.Invoice;
import dev.ilana.testkit.contract.office.InvoiceLine;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables of a tenant are in its own schema: Acme has the invoices a1 and a2, Bolt has b1. */
public interface TenantSchemaContract {

    private static void with(Runner run, Consumer<Database> test) {
        // schemas of MariaDB and MySQL are those of the whole server
        String prefix = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 10) + "_";
        Database database = Database.builder(run.url())
                .withTenantSchemas(tenant -> prefix + tenant)
                .build();
        try {
            run.with(database, opened -> {
                for (String tenant : List.of("acme", "bolt")) {
                    run.value(create(opened, prefix + tenant));
                }
                for (String number : List.of("a1", "b1", "a2")) {
                    run.get(on(
                            opened,
                            number.startsWith("a") ? "acme" : "bolt",
                            INVOICES.create(NUMBER.to(number))
                                    .flatMap(invoice -> LINES.of(invoice).create(InvoiceLine.AMOUNT.to(10)))));
                }
                test.accept(opened);
            });
        } finally {
            // of MySQL's family a schema is a database, which goes with all that is in it
            boolean isDatabase = !run.database().dialect().supports(Capability.SCHEMA);
            for (String tenant : List.of("acme", "bolt")) {
                run.value(DB.statement("drop schema if exists " + prefix + tenant + (isDatabase ? "" : " cascade")));
            }
        }
    }

    private static Mono<Void> create(Database database, String schema) {
        Schema tables = Schema.on(database);
        return tables.raw("create schema " + schema)
                .then(tables.create(schema + ".invoices", table -> {
                    table.id();
                    table.string("number", 100).unique();
                    table.timestamps();
                }))
                .then(tables.create(schema + ".invoice_lines", table -> {
                    table.id();
                    table.bigInteger("invoice_id");
                    table.integer("amount");
                }))
                .then(tables.create(schema + ".invoice_copies", table -> {
                    table.bigInteger("invoice_id");
                    table.bigInteger("copy_id");
                }));
    }

    private static <T> Mono<T> on(Database database, String tenant, Mono<T> work) {
        return as(tenant, work).contextWrite(database.use());
    }

    private static Mono<List<String>> numbers() {
        return INVOICES.orderBy(NUMBER).pluck(NUMBER).collectList();
    }

    @Test
    @Feature("1.11")
    default void aChainReadsAndWritesTheTablesOfItsTenant(Runner run) {
        with(run, database -> {
            assertThat(run.get(on(database, "acme", numbers()))).containsExactly("a1", "a2");
            assertThat(run.get(on(database, "bolt", numbers()))).containsExactly("b1");
            assertThat(run.get(on(
                            database, "bolt", INVOICES.where(NUMBER.like("%1")).update(NUMBER.to("b2")))))
                    .isOne();
            assertThat(run.get(
                            on(database, "acme", INVOICES.where(NUMBER.eq("a1")).delete())))
                    .isOne();
            Mono<Invoice> saved = INVOICES.query()
                    .firstOrFail()
                    .flatMap(invoice ->
                            invoice.set(NUMBER, invoice.get(NUMBER) + "!").save());
            run.get(on(database, "acme", saved));
            assertThat(run.get(on(database, "acme", numbers()))).containsExactly("a2!");
            assertThat(run.get(on(database, "bolt", numbers()))).containsExactly("b2");
        });
    }

    @Test
    @Feature({"1.11", "10.4", "11.1"})
    default void relationsAreOfTheSameTenant(Runner run) {
        with(run, database -> {
            Mono<Integer> loaded = INVOICES.with(LINES)
                    .orderBy(NUMBER)
                    .get()
                    .reduce(0, (sum, invoice) -> sum + invoice.get(LINES).size());
            assertThat(run.get(on(database, "acme", loaded))).isEqualTo(2);
            Mono<Long> copied = INVOICES.orderBy(NUMBER)
                    .get()
                    .collectList()
                    .flatMap(both -> COPIES.of(both.get(0))
                            .attach(List.of(both.get(1).getKey()))
                            .then(COPIES.of(both.get(0)).get().count()));
            assertThat(run.get(on(database, "acme", copied))).isOne();
            assertThat(run.get(on(database, "acme", INVOICES.query().has(COPIES).count())))
                    .isOne();
            assertThat(run.get(on(database, "acme", INVOICES.query().has(LINES).count())))
                    .isEqualTo(2);
            assertThat(run.get(on(database, "bolt", INVOICES.query().has(COPIES).count())))
                    .isZero();
        });
    }

    @Test
    @Feature({"1.11", "9.3"})
    default void bulkWritesAndStreamsAreOfTheSameTenant(Runner run) {
        with(run, database -> {
            List<Invoice> many = IntStream.range(0, 500)
                    .mapToObj(i -> Invoice.numbered(String.format(Locale.ROOT, "c%03d", i)))
                    .toList();
            assertThat(run.get(on(database, "bolt", INVOICES.bulkInsert(many)))).isEqualTo(500);
            assertThat(run.get(on(
                            database,
                            "bolt",
                            INVOICES.insertMany(Flux.just(Invoice.numbered("d1"), Invoice.numbered("d2")))
                                    .count())))
                    .isEqualTo(2);
            assertThat(run.get(on(
                            database,
                            "bolt",
                            INVOICES.upsert(List.of(Invoice.numbered("d1")), List.of(NUMBER), List.of(NUMBER)))))
                    .isPositive();
            assertThat(run.get(on(database, "bolt", INVOICES.query().cursor(100).count())))
                    .isEqualTo(503);
            assertThat(run.get(on(database, "acme", INVOICES.count()))).isEqualTo(2);
        });
    }

    @Test
    @Feature({"1.11", "7.1", "9.6"})
    default void rowsAndWhatIsRememberedAreOfTheSameTenant(Runner run) {
        with(run, database -> {
            Mono<List<Object>> rows =
                    DB.table(Tenant.SCHEMA + ".invoices").pluck("number").collectList();
            assertThat(run.get(on(database, "bolt", rows))).containsExactly("b1");
            Mono<Long> remembered =
                    INVOICES.query().remember(Duration.ofMinutes(1)).count();
            assertThat(run.get(on(database, "acme", remembered))).isEqualTo(2);
            assertThat(run.get(on(database, "bolt", remembered))).isOne();
            assertThat(run.get(on(
                            database,
                            "acme",
                            DB.table(Tenant.SCHEMA + ".invoices as i")
                                    .join(Tenant.SCHEMA + ".invoice_lines as l", "l.invoice_id", "=", "i.id")
                                    .count())))
                    .isEqualTo(2);
        });
    }

    @Test
    @Feature("1.11")
    default void aTransactionMayBeOfSeveralTenants(Runner run) {
        with(run, database -> {
            Function<String, Mono<?>> create = tenant -> as(tenant, INVOICES.create(NUMBER.to("x")));
            run.error(on(
                    database,
                    "acme",
                    DB.transaction(() -> create.apply("acme")
                            .then(create.apply("bolt"))
                            .then(Mono.error(new IllegalStateException())))));
            run.value(on(
                    database,
                    "acme",
                    DB.transaction(() ->
                            create.apply("acme").then(create.apply("bolt")).then())));
            assertThat(run.get(on(database, "acme", numbers()))).containsExactly("a1", "a2", "x");
            assertThat(run.get(on(database, "bolt", numbers()))).containsExactly("b1", "x");
        });
    }

    @Test
    @Feature("1.11")
    default void withoutATenantOrWithOneThatIsNoNameThereIsATypedError(Runner run) {
        with(run, database -> {
            assertThat(run.error(numbers().contextWrite(database.use()))).isInstanceOf(MissingTenantException.class);
            assertThat(run.error(on(database, "a\".invoices; drop schema bolt; --", numbers())))
                    .isInstanceOf(InvalidNameException.class);
            assertThat(run.error(on(database, "bolt.invoices", numbers()))).isInstanceOf(InvalidNameException.class);
            assertThat(run.get(on(database, "bolt", numbers()))).containsExactly("b1");
        });
    }
}
