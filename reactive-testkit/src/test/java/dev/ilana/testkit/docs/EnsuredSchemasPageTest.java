package dev.ilana.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.Drop;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.ensure.EnsuredSchema;
import dev.ilana.schema.ensure.SchemaPlan;
import dev.ilana.schema.ensure.SchemaRegistry;
import dev.ilana.schema.models.ModelSchema;
import dev.ilana.testkit.contract.ModelSchemaContract.Essay;
import dev.ilana.testkit.contract.ModelSchemaContract.Essayist;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/ensured-schemas.md}, and the lines it shows. */
class EnsuredSchemasPageTest {

    private final Database db = Database.connect("h2:mem:" + UUID.randomUUID());

    @AfterEach
    void close() {
        db.close().block();
    }

    @Test
    void aRegisteredSchemaIsPlannedAndEnsured() {
        // tag::ensure
        SchemaRegistry registry = SchemaRegistry.on(db).register(ModelSchema.of(Essayist.ESSAYISTS, Essay.ESSAYS));
        Mono<SchemaPlan> plan = registry.plan();
        Mono<SchemaPlan> done = registry.ensure();
        Flux<EnsuredSchema> history = registry.history();
        // end::ensure

        assertThat(Objects.requireNonNull(plan.block()).isEmpty()).isFalse();
        assertThat(Objects.requireNonNull(done.block()).isEmpty()).isFalse();
        assertThat(Objects.requireNonNull(plan.block()).isEmpty()).isTrue();
        assertThat(history.collectList().block()).hasSize(1);
    }

    @Test
    void aDifferenceIsShownInLinesAndMade() throws IOException {
        Schema.on(db)
                .create("users", t -> {
                    t.id();
                    t.string("name", 40);
                    t.string("nick").nullable();
                })
                .block();
        // tag::diff
        SchemaDefinition wanted = new SchemaDefinition(
                List.of(Schema.definition("users", t -> {
                    t.id();
                    t.string("full_name", 80);
                    t.string("email").unique();
                })),
                List.of());
        Mono<Difference> difference =
                SchemaDiff.create().renamingColumn("users", "name", "full_name").on(db, wanted);
        Mono<Void> made = difference.flatMap(found -> Schema.on(db).apply(found.changes()));
        // end::diff
        Difference found = Objects.requireNonNull(difference.block());
        assertThat(Files.readString(Sources.root().resolve("docs/ensured-schemas.md")))
                .contains("```text\n" + String.join("\n", found.lines()) + "\n```\n")
                .contains("```sql\n" + String.join(";\n", found.statements()) + ";\n```\n");
        made.block();

        // tag::drops
        Mono<Difference> all = SchemaDiff.create()
                .dropping(Drop.COLUMNS, Drop.KEYS)
                .ignoring("audit_log")
                .on(db, wanted);
        // end::drops
        assertThat(Objects.requireNonNull(all.block()).lines()).containsExactly("- column \"users.nick\"");

        // tag::between
        Difference up = SchemaDiff.create().between(db.dialect(), wanted, wanted);
        Difference down = SchemaDiff.create().dropping(Drop.values()).between(db.dialect(), wanted, wanted);
        // end::between
        assertThat(up.isEmpty() && down.isEmpty()).isTrue();
    }
}
