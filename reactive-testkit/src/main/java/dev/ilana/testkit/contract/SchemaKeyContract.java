package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.CheckViolationException;
import dev.ilana.error.ForeignKeyViolationException;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.query.Row;
import dev.ilana.schema.build.Blueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.Deferral;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.diagram.Diagram;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.introspect.UnknownTableException;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Foreign keys do what they were told, are found in the catalog and dropped; their checking can be put off. */
public interface SchemaKeyContract {

    @BeforeEach
    default void parents(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.dropIfExists("children")
                .then(schema.dropIfExists("parents"))
                .then(schema.create("parents", t -> {
                    t.id();
                    t.integer("house");
                    t.integer("floor");
                    t.unique("house", "floor");
                })));
        run.get(DB.table("parents").insert(Map.of("id", 1L, "house", 1, "floor", 1)));
    }

    private static void children(Runner run, Consumer<Blueprint> definition) {
        run.value(Schema.on(run.database()).create("children", definition));
    }

    private static TableDefinition read(Runner run) {
        return run.get(Catalog.of(run.database()).table(QualifiedName.of("children")));
    }

    @Test
    @Feature("15.5")
    default void keysAreReadBackWithTheirActions(Runner run) {
        children(run, t -> {
            t.id();
            t.foreignId("parent_id").constrained().cascadeOnDelete().cascadeOnUpdate();
            t.foreignId("guardian_id")
                    .nullable()
                    .constrained("parents")
                    .nullOnDelete()
                    .name("guards");
            t.integer("house");
            t.integer("floor");
            t.foreign("house", "floor")
                    .references("house", "floor")
                    .on("parents")
                    .restrictOnDelete();
        });

        // MariaDB does not tell the two ways of refusing apart.
        ReferentialAction restrict =
                run.database().dialect() == Dialects.MARIADB ? ReferentialAction.NO_ACTION : ReferentialAction.RESTRICT;
        assertThat(read(run).foreignKeys())
                .containsExactlyInAnyOrder(
                        ForeignKeyDefinition.of(List.of("parent_id"), QualifiedName.of("parents"), List.of("id"))
                                .withName("children_parent_id_foreign")
                                .withOnDelete(ReferentialAction.CASCADE)
                                .withOnUpdate(ReferentialAction.CASCADE),
                        ForeignKeyDefinition.of(List.of("guardian_id"), QualifiedName.of("parents"), List.of("id"))
                                .withName("guards")
                                .withOnDelete(ReferentialAction.SET_NULL),
                        ForeignKeyDefinition.of(
                                        List.of("house", "floor"),
                                        QualifiedName.of("parents"),
                                        List.of("house", "floor"))
                                .withName("children_house_floor_foreign")
                                .withOnDelete(restrict));
        assertThat(read(run).indexes()).as("besides those of the keys").allMatch(index -> index.isPrimary());
    }

    @Test
    @Feature("15.5")
    default void whatPointsAtATableIsFound(Runner run) {
        children(run, t -> {
            t.id();
            t.foreignId("parent_id").constrained().cascadeOnDelete();
            t.foreignId("sibling_id").nullable().constrained("children");
        });
        Catalog catalog = Catalog.of(run.database());
        QualifiedName parents = QualifiedName.of("parents");
        QualifiedName inFull = new QualifiedName(run.get(catalog.currentSchema()), "parents");

        assertThat(run.list(catalog.references(parents)))
                .as("a table that was asked for, and no other")
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.table()).isEqualTo(QualifiedName.of("children"));
                    assertThat(reference.key().columns()).containsExactly("parent_id");
                });
        assertThat(run.list(catalog.references(inFull))).isEqualTo(run.list(catalog.references(parents)));
        assertThat(run.list(catalog.references(QualifiedName.of("children"))))
                .as("of the table itself")
                .singleElement()
                .satisfies(reference -> assertThat(reference.key().columns()).containsExactly("sibling_id"));
        assertThat(run.error(catalog.unknown(QualifiedName.of("parent"))))
                .isInstanceOf(UnknownTableException.class)
                .hasMessage("the database has no table \"parent\"; did you mean \"parents\"?");
    }

    @Test
    @Feature("15.5")
    default void keysAreDrawn(Runner run) {
        children(run, t -> {
            t.foreignId("parent_id").primary().constrained().cascadeOnDelete();
            t.foreignId("guardian_id").nullable().constrained("parents").nullOnDelete();
            t.integer("house");
            t.integer("floor");
            t.foreign("house", "floor").references("house", "floor").on("parents");
        });
        TableDefinition parents = run.get(Catalog.of(run.database()).table(QualifiedName.of("parents")));
        SchemaDefinition schema = new SchemaDefinition(List.of(parents, read(run)), List.of());

        assertThat(Diagram.mermaid(schema).lines().map(String::strip))
                .contains(
                        "\"parents\" {",
                        "bigint id PK",
                        "bigint parent_id PK, FK",
                        "bigint guardian_id FK",
                        "integer house FK",
                        "\"parents\" ||--o| \"children\" : \"parent_id\"",
                        "\"parents\" |o..o{ \"children\" : \"guardian_id\"",
                        "\"parents\" ||..o{ \"children\" : \"house, floor\"");
        assertThat(Diagram.dbml(schema).lines().map(String::strip))
                .contains(
                        "\"id\" bigint [pk, not null, increment]",
                        "(\"house\", \"floor\") [unique, name: 'parents_house_floor_unique']",
                        "\"parent_id\" bigint [pk, not null]",
                        "\"guardian_id\" bigint",
                        "Ref \"children_parent_id_foreign\": \"parents\".\"id\" - \"children\".\"parent_id\""
                                + " [delete: cascade]",
                        "Ref \"children_guardian_id_foreign\": \"children\".\"guardian_id\" > \"parents\".\"id\""
                                + " [delete: set null]",
                        "Ref \"children_house_floor_foreign\":"
                                + " \"children\".(\"house\", \"floor\") > \"parents\".(\"house\", \"floor\")");
    }

    @Test
    @Feature("15.5")
    default void anActionDoesWhatItSays(Runner run) {
        children(run, t -> {
            t.id();
            t.foreignId("parent_id").nullable().constrained().nullOnDelete();
        });
        run.get(DB.table("children").insert(Map.of("parent_id", 1L)));
        run.get(DB.table("parents").where("id", 1L).delete());

        Row child = run.get(DB.table("children").first());
        assertThat(child.get("parent_id")).isNull();
    }

    @Test
    @Feature("15.5")
    default void setDefaultIsDoneOrRefused(Runner run) {
        Mono<Void> create = Schema.on(run.database()).create("children", t -> {
            t.id();
            t.bigInteger("parent_id")
                    .defaultTo(2)
                    .references("id")
                    .on("parents")
                    .onDelete(ReferentialAction.SET_DEFAULT);
        });
        if (run.database().dialect().supports(Capability.SET_DEFAULT_ACTION)) {
            run.value(create);
            run.get(DB.table("parents").insert(Map.of("id", 2L, "house", 2, "floor", 1)));
            run.get(DB.table("children").insert(Map.of("parent_id", 1L)));
            run.get(DB.table("parents").where("id", 1L).delete());
            assertThat(run.get(DB.table("children").first()).get("parent_id", Long.class))
                    .isEqualTo(2);
        } else {
            assertThat(run.error(create.thenReturn(1)))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("nullOnDelete()");
        }
    }

    @Test
    @Feature({"15.5", "15.6"})
    default void keysAreAddedAndDropped(Runner run) {
        children(run, t -> {
            t.id();
            t.foreignId("parent_id");
            t.foreignId("guardian_id").nullable();
        });
        Schema schema = Schema.on(run.database());

        run.value(schema.table("children", t -> {
            t.foreign("parent_id").references("id").on("parents");
            t.foreign("guardian_id").on("parents").name("guards");
        }));
        assertThat(run.error(DB.table("children").insert(Map.of("parent_id", 9L))))
                .isInstanceOf(ForeignKeyViolationException.class);
        run.value(schema.table("children", t -> {
            t.dropForeignNamed("guards");
            t.dropConstrainedForeignId("parent_id");
        }));

        assertThat(read(run).foreignKeys()).isEmpty();
        assertThat(run.get(schema.hasColumn("children", "parent_id"))).isFalse();
    }

    @Test
    @Feature("15.5")
    default void aDeferrableKeyWaitsForTheCommitWhereItCan(Runner run) {
        Mono<Void> create = Schema.on(run.database()).create("children", t -> {
            t.id();
            t.foreignId("parent_id").constrained().initiallyDeferred();
            t.foreignId("guardian_id").nullable().constrained("parents").deferrable();
        });
        if (!run.database().dialect().supports(Capability.DEFERRABLE_KEY)) {
            assertThat(run.error(create.thenReturn(1)))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("withoutForeignKeyChecks(…)");
            return;
        }
        run.value(create);
        assertThat(read(run).foreignKeys())
                .extracting(ForeignKeyDefinition::deferral)
                .containsExactly(Deferral.INITIALLY_DEFERRED, Deferral.INITIALLY_IMMEDIATE);
        run.get(DB.transaction(() -> DB.table("children")
                .insert(Map.of("parent_id", 5L))
                .then(DB.table("parents").insert(Map.of("id", 5L, "house", 5, "floor", 5)))));
        assertThat(run.get(DB.table("children").count())).isEqualTo(1);
    }

    @Test
    @Feature("15.7")
    default void keysAreNotCheckedWhileTheyAreOff(Runner run) {
        children(run, t -> {
            t.id();
            t.foreignId("parent_id").constrained();
        });
        Schema schema = Schema.on(run.database());

        Object written = run.get(
                schema.withoutForeignKeyChecks(() -> DB.table("children").insert(Map.of("parent_id", 77L))));

        assertThat(written).isNotNull();
        assertThat(run.get(DB.table("children").count())).isEqualTo(1);
        for (int i = 0; i < 8; i++) {
            assertThat(run.error(DB.table("children").insert(Map.of("parent_id", 78L))))
                    .as("on any connection, after")
                    .isInstanceOf(ForeignKeyViolationException.class);
        }
    }

    @Test
    @Feature("15.7")
    default void keysAreCheckedAgainWhenTheWorkFails(Runner run) {
        children(run, t -> {
            t.id();
            t.foreignId("parent_id").constrained();
        });
        Schema schema = Schema.on(run.database());

        assertThat(run.error(schema.withoutForeignKeyChecks(() -> DB.table("children")
                        .insert(Map.of("parent_id", 77L))
                        .then(Mono.error(new IllegalStateException("enough"))))))
                .hasMessage("enough");

        assertThat(run.get(DB.table("children").count())).isZero();
        for (int i = 0; i < 8; i++) {
            assertThat(run.error(DB.table("children").insert(Map.of("parent_id", 78L))))
                    .isInstanceOf(ForeignKeyViolationException.class);
        }
    }

    @Test
    @Feature("15.7")
    default void aCancelLeavesNoConnectionUnchecked(Runner run) {
        children(run, t -> {
            t.id();
            t.foreignId("parent_id").constrained();
        });
        Schema schema = Schema.on(run.database());

        run.value(schema.withoutForeignKeyChecks(() -> Mono.delay(Duration.ofMillis(300)))
                .timeout(Duration.ofMillis(100))
                .onErrorResume(late -> Mono.empty()));
        run.assertNothingAcquired();

        for (int i = 0; i < 8; i++) {
            assertThat(run.error(DB.table("children").insert(Map.of("parent_id", 78L))))
                    .isInstanceOf(ForeignKeyViolationException.class);
        }
    }

    @Test
    @Feature("15.5")
    @Needs(Capability.CONCURRENT_INDEX)
    default void constraintsOfATableInUseAreAddedWithoutALongLock(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.dropIfExists("letters").then(schema.dropIfExists("people")));
        run.value(schema.create("people", t -> {
                    t.id();
                    t.string("email");
                })
                .then(schema.create("letters", t -> {
                    t.foreignId("person_id");
                    t.integer("pages");
                })));
        run.value(DB.table("letters").insert(Map.of("person_id", 7, "pages", 0)));

        run.value(schema.table("letters", t -> {
            t.foreign("person_id").references("id").on("people").notValid();
            t.checkNotValid("long_enough", "pages > 0");
        }));
        assertThat(run.error(DB.table("letters").insert(Map.of("person_id", 8, "pages", 1))))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThat(run.error(schema.table("letters", t -> t.validateConstraint("long_enough"))
                        .then(Mono.just(1))))
                .isInstanceOf(CheckViolationException.class);
        run.value(DB.table("letters").everything().delete());
        run.value(schema.table("letters", t -> {
            t.validateConstraint("long_enough");
            t.validateConstraint("letters_person_id_foreign");
        }));

        run.value(schema.table("people", t -> t.unique("email").concurrently()));
        run.value(schema.table("people", t -> t.uniqueUsingIndex("people_email_unique")));
        run.value(schema.table("people", t -> t.dropUnique("email")));
        run.value(schema.drop("letters").then(schema.drop("people")));
    }
}
