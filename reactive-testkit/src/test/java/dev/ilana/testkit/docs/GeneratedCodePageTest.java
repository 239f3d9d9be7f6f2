package dev.ilana.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.diff.Drop;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.diff.SchemaSource;
import dev.ilana.schema.generate.MigrationDraft;
import dev.ilana.schema.generate.MigrationSource;
import dev.ilana.schema.generate.ModelSource;
import dev.ilana.schema.generate.ModelSources;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.MigrationName;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/generated-code.md}. */
class GeneratedCodePageTest {

    private final Database db = Database.connect("h2:mem:" + UUID.randomUUID());

    @AfterEach
    void close() {
        db.close().block();
    }

    @Test
    void aMigrationIsWrittenFromWhatDiffers() throws IOException {
        Schema schema = Schema.on(db);
        // tag::tables
        Mono<Void> present = schema.create("users", t -> {
            t.id();
            t.string("name", 40);
            t.integer("age").nullable();
        });
        SchemaDefinition wanted = new SchemaDefinition(
                List.of(
                        Schema.definition("users", t -> {
                            t.id();
                            t.string("name", 90).defaultTo("unknown");
                            t.string("email").unique();
                        }),
                        Schema.definition("posts", t -> {
                            t.id();
                            t.foreignId("user_id").constrained("users").cascadeOnDelete();
                            t.string("title");
                        })),
                List.of());
        // end::tables
        assertThat(present.then(Mono.just(true)).block()).isTrue();

        // tag::write
        SchemaDiff diff = SchemaDiff.create().dropping(Drop.COLUMNS);
        SchemaDiff back = SchemaDiff.create().dropping(Drop.values());
        MigrationName name = new MigrationName("M20261122_093000_AddPosts");
        Mono<String> source = Catalog.of(db)
                .schema()
                .flatMap(before -> diff.on(db, wanted)
                        .map(up -> MigrationSource.of(name, up, back.between(up.dialect(), wanted, before))));
        // end::write

        // tag::draft
        Mono<String> drafted = MigrationDraft.of(db, SchemaSource.of(wanted), diff)
                .filter(draft -> !draft.isEmpty())
                .map(draft -> draft.source(name));
        // end::draft
        assertThat(drafted.block()).isEqualTo(source.block());

        assertThat(Files.readString(Sources.root().resolve("docs/generated-code.md")))
                .contains("```text\n" + source.block() + "```\n");
    }

    @Test
    void modelsAreWrittenFromADatabase() throws IOException {
        Schema schema = Schema.on(db);
        // tag::present
        Mono<Void> present = schema.create("users", t -> {
                    t.id();
                    t.string("name", 80);
                    t.timestamps();
                })
                .then(schema.create("posts", t -> {
                    t.id();
                    t.foreignId("author_id").constrained("users");
                    t.enumeration("state", "DRAFT", "PUBLIC").defaultTo("DRAFT");
                    t.string("title").nullable();
                    t.index("author_id", "state");
                }));
        // end::present
        assertThat(present.then(Mono.just(true)).block()).isTrue();

        // tag::models
        Mono<List<ModelSource>> sources =
                Catalog.of(db).schema().map(tables -> ModelSources.of(tables, "app.models", db.dialect()));
        // end::models

        String post = Objects.requireNonNull(sources.block()).stream()
                .filter(source -> source.fileName().equals("Post.java"))
                .findFirst()
                .orElseThrow()
                .source();
        assertThat(Files.readString(Sources.root().resolve("docs/generated-code.md")))
                .contains("```text\n" + post + "```\n");
    }
}
