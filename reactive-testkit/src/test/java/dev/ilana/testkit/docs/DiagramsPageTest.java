package dev.ilana.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.diagram.Diagram;
import dev.ilana.schema.introspect.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/diagrams.md}, and the diagrams it shows. */
class DiagramsPageTest {

    private final Database db = Database.connect("h2:mem:" + UUID.randomUUID());

    @AfterEach
    void close() {
        db.close().block();
    }

    private static Mono<Void> tables(Schema schema) {
        // tag::tables
        Mono<Void> users = schema.create("users", t -> {
            t.id();
            t.string("email", 190).unique();
            t.string("name", 80).nullable().comment("as on the card");
        });
        Mono<Void> cards = schema.create("cards", t -> {
            t.foreignId("user_id").primary().constrained();
            t.string("number", 20);
        });
        Mono<Void> orders = schema.create("orders", t -> {
            t.id();
            t.foreignId("user_id").nullable().constrained().nullOnDelete();
            t.enumeration("state", "open", "paid").defaultTo("open");
            t.decimal("total", 10, 2);
            t.index("state", "total");
        });
        // end::tables
        return users.then(cards).then(orders);
    }

    @Test
    void thePageShowsWhatIsDrawn() throws IOException {
        assertThat(tables(Schema.on(db)).then(Mono.just(true)).block()).isTrue();
        // tag::draw
        Mono<SchemaDefinition> definition = Catalog.of(db).schema();
        Mono<String> mermaid = definition.map(Diagram::mermaid);
        Mono<String> dbml = definition.map(Diagram::dbml);
        // end::draw

        assertThat(Files.readString(Sources.root().resolve("docs/diagrams.md")))
                .contains("```mermaid\n" + mermaid.block() + "```\n")
                .contains("```dbml\n" + dbml.block() + "```\n");
    }
}
