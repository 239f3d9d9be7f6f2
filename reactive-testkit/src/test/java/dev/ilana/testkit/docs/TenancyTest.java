package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.Invoice.AMOUNT;
import static dev.ilana.testkit.docs.Invoice.INVOICES;
import static dev.ilana.testkit.docs.Ticket.TICKETS;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.SessionSettings;
import dev.ilana.connection.Tenant;
import dev.ilana.connection.Tenants;
import dev.ilana.error.MissingTenantException;
import dev.ilana.schema.build.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/tenancy.md}. */
class TenancyTest extends PageTest {

    @BeforeEach
    void invoices() {
        value(Schema.on(db).create("invoices", table -> {
            table.id();
            table.string("company");
            table.integer("amount");
        }));
    }

    @Test
    void use() {
        // tag::use
        Mono<Invoice> made = INVOICES.create(AMOUNT.to(100)).contextWrite(Tenant.is("acme"));
        Mono<List<Invoice>> acmes = INVOICES.all().collectList().contextWrite(Tenant.is("acme"));
        Mono<Long> bolts = INVOICES.where(AMOUNT.gt(50)).count().contextWrite(Tenant.is("bolt"));
        // end::use

        assertThat(run(made).get(Invoice.COMPANY)).isEqualTo("acme");
        assertThat(run(acmes)).hasSize(1);
        assertThat(run(bolts)).isZero();
        assertThatThrownBy(() -> run(INVOICES.count())).isInstanceOf(MissingTenantException.class);
    }

    @Test
    void all() {
        run(INVOICES.create(AMOUNT.to(100)).contextWrite(Tenant.is("acme")));
        run(INVOICES.create(AMOUNT.to(20)).contextWrite(Tenant.is("bolt")));

        // tag::all
        Mono<BigDecimal> owed = INVOICES.query().withoutGlobalScope("tenant").sum(AMOUNT);
        // end::all

        assertThat(run(owed)).isEqualByComparingTo("120");
    }

    @Test
    void schemas() {
        String url = "h2:mem:" + UUID.randomUUID();
        // tag::schemas
        Database database = Database.builder(url)
                .withTenantSchemas(tenant -> "tenant_" + tenant) // else the schema is called as the tenant is
                .build();

        Mono<Long> tickets = TICKETS.count().contextWrite(Tenant.is("acme")).contextWrite(database.use());
        // end::schemas

        // tag::migrated
        Database acmes = Database.builder(url)
                .withSession(SessionSettings.DEFAULT.withSchemas("tenant_acme"))
                .build();
        // end::migrated

        Schema made = Schema.on(database);
        value(made.raw("create schema tenant_acme").then(made.create("tenant_acme.tickets", table -> table.id())));
        assertThat(run(tickets)).isZero();
        assertThat(run(DB.table("tickets").count().contextWrite(acmes.use()))).isZero();
        value(acmes.close().then(database.close()));
    }

    @Test
    void databases() {
        // tag::databases
        Tenants tenants = Tenants.of(50, tenant -> Database.connect("h2:mem:" + tenant));

        Mono<Long> users = tenants.open("acme")
                .then(USERS.count())
                .contextWrite(Tenant.is("acme"))
                .contextWrite(tenants.use());
        // end::databases

        value(DB.statement("create table users (id bigint, deleted_at timestamp)")
                .contextWrite(tenants.of("acme").use()));
        assertThat(run(users)).isZero();
        tenants.close().block();
    }
}
