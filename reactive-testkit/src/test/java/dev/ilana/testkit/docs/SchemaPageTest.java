package dev.ilana.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.OnlineChange.Algorithm;
import dev.ilana.schema.definition.OnlineChange.Lock;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.introspect.Catalog;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/schema.md}. */
class SchemaPageTest {

    private final Database db = Database.connect("h2:mem:" + UUID.randomUUID());
    private final Schema schema = Schema.on(db);

    @BeforeEach
    void users() {
        done(schema.create("users", t -> {
            t.id();
            t.string("name", 80);
        }));
    }

    @AfterEach
    void close() {
        db.close().block();
    }

    private void done(Mono<?> work) {
        assertThat(work.contextWrite(db.use()).then(Mono.just(true)).block()).isTrue();
    }

    private boolean is(Mono<Boolean> answer) {
        return Boolean.TRUE.equals(answer.block());
    }

    private Mono<Void> orders() {
        // tag::create
        Mono<Void> orders = schema.create("orders", t -> {
            t.id();
            t.foreignId("user_id").constrained().cascadeOnDelete();
            t.string("number", 20).unique();
            t.enumeration("state", "open", "paid", "sent").defaultTo("open");
            t.decimal("price", 10, 2).defaultTo(0).comment("without tax");
            t.integer("pieces").checkPositive();
            t.decimal("total", 12, 2).storedAs("price * pieces");
            t.json("options").nullable();
            t.timestamp("placed_at").useCurrent();
            t.timestamps();
            t.index("state", "placed_at");
        });
        // end::create
        return orders;
    }

    @Test
    void create() {
        done(orders());
        done(DB.table("users").insert(Map.of("name", "Ada")));
        done(DB.table("orders")
                .insert(Map.of("user_id", 1L, "number", "A1", "price", new BigDecimal("2.50"), "pieces", 2)));
        assertThat(DB.table("orders")
                        .first()
                        .mapNotNull(row -> row.get("total", BigDecimal.class))
                        .contextWrite(db.use())
                        .block())
                .isEqualByComparingTo("5");
    }

    @Test
    void tables() {
        // tag::tables
        Mono<Void> unlessThere = schema.createIfNotExists("tags", t -> t.id());
        Mono<Boolean> table = schema.hasTable("tags");
        Mono<Boolean> column = schema.hasColumn("tags", "id");
        Mono<Boolean> index = schema.hasIndex("users", "users_email_unique");
        Mono<Void> renamed = schema.rename("tags", "labels");
        Mono<Void> gone = schema.drop("labels"); // dropIfExists, where it need not be there
        Mono<Void> own = schema.raw("create domain percent as int check (value between 0 and 100)");
        // end::tables
        done(unlessThere);
        assertThat(is(table)).isTrue();
        assertThat(is(column)).isTrue();
        assertThat(is(index)).isFalse();
        done(renamed);
        done(gone);
        done(own);
    }

    @Test
    void change() {
        done(orders());
        // tag::change
        Mono<Void> changed = schema.table("orders", t -> {
            t.string("number", 40).change(); // still not null, still unique
            t.change("options").comment("as the shop sent them"); // the type stays too
            t.change("pieces").defaultTo(1);
            t.string("coupon").nullable().after("state");
            t.renameColumn("placed_at", "ordered_at");
            t.dropIndex("state", "placed_at"); // by what it was made of …
            t.dropUniqueNamed("orders_number_unique"); // … or by name
            t.dropForeign("user_id");
            t.dropColumn("updated_at");
        });
        // end::change
        ColumnDefinition before = column("number");
        done(changed);
        assertThat(column("number")).isEqualTo(before.withType(new ColumnType.Varchar(40)));
        assertThat(column("ordered_at").nullable()).isFalse();
    }

    private ColumnDefinition column(String name) {
        return Catalog.of(db)
                .table(QualifiedName.of("orders"))
                .mapNotNull(table -> table.column(name).orElse(null))
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void indexes() {
        // tag::indexes
        Mono<Void> indexes = schema.table("users", t -> {
            t.string("email").nullable().unique();
            t.index("name", "email").name("by_name").descending("name");
        });
        // end::indexes
        done(indexes);
        assertThat(is(schema.hasIndex("users", "by_name"))).isTrue();

        // tag::postgresIndexes
        Mono<Void> onPostgreSql = schema.table("users", t -> {
            t.index("email").where("deleted_at is null");
            t.rawUnique("lower(email)");
            t.index("prefs").using(IndexMethod.GIN);
            t.fullText("name", "bio").language("english");
            t.index("created_at").concurrently(); // in a migration whose withinTransaction() is false
        });
        // end::postgresIndexes
        assertThatThrownBy(onPostgreSql::block)
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage(
                        "H2 has no partial indexes; index all rows, or a column computed by storedAs(…) that is null"
                                + " in the others");
    }

    @Test
    void sequences() {
        // tag::sequences
        Mono<Void> made = schema.createSequence(
                        "invoice_numbers", s -> s.startingWith(1000).incrementedBy(10))
                .then(schema.create("invoices", t -> {
                    t.id();
                    t.bigInteger("number").defaultRaw("next value for invoice_numbers"); // nextval('…') on PostgreSQL
                }));
        // end::sequences
        done(made);
        done(DB.table("invoices").insert(Map.of("id", 1L)));
        assertThat(DB.table("invoices")
                        .first()
                        .mapNotNull(row -> row.get("number", Long.class))
                        .contextWrite(db.use())
                        .block())
                .isEqualTo(1000);
    }

    @Test
    void dialects() {
        // tag::inUse
        Mono<Void> first = schema.table("posts", t -> {
            t.foreign("user_id").references("id").on("users").notValid();
            t.checkNotValid("posts_views", "views >= 0");
            t.unique("slug").concurrently(); // in a migration whose withinTransaction() is false
        });
        Mono<Void> later = schema.table("posts", t -> {
            t.validateConstraint("posts_user_id_foreign");
            t.validateConstraint("posts_views");
            t.uniqueUsingIndex("posts_slug_unique");
        });
        // end::inUse
        assertThatThrownBy(first::block)
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageStartingWith("H2 has no constraints that are validated later; leave notValid()");
        assertThatThrownBy(later::block).isInstanceOf(UnsupportedFeatureException.class);

        // tag::dialects
        Mono<Void> moods = schema.postgreSql().createEnum("mood", "sad", "ok");
        Mono<Void> column = schema.table(
                "users", t -> t.enumeration("mood", "sad", "ok").ofType("mood").nullable());

        Mono<Void> where = schema.dialect()
                .flatMap(dialect -> dialect.supports(Capability.USER_TYPE) ? moods.then(column) : column);
        // end::dialects
        done(where);
        assertThat(is(schema.hasColumn("users", "mood"))).isTrue();

        // tag::mysql
        Mono<Void> onMySql = schema.table("users", t -> {
            t.engine("InnoDB");
            t.collation("utf8mb4_unicode_ci");
            t.index("name");
            t.online(Algorithm.INPLACE, Lock.NONE);
        });
        // end::mysql
        assertThatThrownBy(onMySql::block).isInstanceOf(UnsupportedFeatureException.class);

        // tag::schemas
        Mono<Void> events = schema.createSchema("analytics").then(schema.create("analytics.events", t -> {
            t.id();
            t.morphs("subject"); // subject_type, subject_id and an index over both
        }));
        // end::schemas
        done(events);
        assertThat(is(schema.hasColumn("analytics.events", "subject_id"))).isTrue();
    }

    @Test
    void foreignKeyChecks() {
        done(orders());
        // tag::unchecked
        Mono<Long> loaded = schema.withoutForeignKeyChecks(() -> DB.table("orders")
                .insert(Map.of("user_id", 7L, "number", "A1", "pieces", 1))
                .then(DB.table("users").insert(Map.of("id", 7L, "name", "Ada")))
                .thenReturn(2L));
        // end::unchecked
        done(loaded);
    }

    @Test
    void catalog() {
        // tag::catalog
        Mono<TableDefinition> users = Catalog.of(db).table(QualifiedName.of("users"));
        Mono<List<String>> sql =
                users.map(table -> DdlGrammar.of(Dialects.POSTGRESQL).statements(new CreateTable(table)));
        // end::catalog
        assertThat(sql.blockOptional().orElseThrow())
                .singleElement()
                .asString()
                .startsWith("create table \"users\" (\"id\" bigint generated by default as identity not null,"
                        + " \"name\" varchar(80) not null");
    }
}
