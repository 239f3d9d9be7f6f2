package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Definitions.become;
import static dev.ilana.testkit.contract.Definitions.schema;
import static dev.ilana.testkit.contract.Definitions.table;
import static dev.ilana.testkit.contract.Definitions.users;
import static dev.ilana.testkit.contract.Definitions.with;
import static dev.ilana.testkit.contract.Definitions.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.schema.build.Blueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What makes a database's schema another one is found, named, put in order, and made. */
public interface SchemaDiffContract extends EmptySchemaContract {

    @Test
    @Feature("16.5")
    default void anEmptyDatabaseIsGivenAllAndThenNothingDiffers(Runner run) {
        TableDefinition posts = table("posts", t -> {
            t.id();
            t.foreignId("user_id").constrained("users").cascadeOnDelete();
            t.foreignId("next_id").nullable().constrained("posts");
            t.string("title").index();
        });

        Difference made = become(run, SchemaDiff.create(), schema(posts, users()));

        assertThat(made.lines())
                .containsExactly(
                        "+ table \"users\" (id, name, email, age)",
                        "+ table \"posts\" (id, user_id, next_id, title)",
                        "+ foreign key \"posts.user_id\" → \"users.id\" on delete cascade on update no action",
                        "+ foreign key \"posts.next_id\" → \"posts.id\" on delete no action on update no action");
        assertThat(run.get(SchemaDiff.create().on(run.database(), schema(posts, users())))
                        .isEmpty())
                .isTrue();
    }

    @Test
    @Feature("16.5")
    default void aColumnIsAddedChangedAndDroppedAndTheRowsStay(Runner run) {
        become(run, ALL, schema(users()));
        run.value(DB.table("users").insert(Map.of("name", "Ada", "email", "a@x.y", "age", 36)));
        List<ColumnDefinition> columns = new ArrayList<>(without(
                        with(
                                users(),
                                "name",
                                name -> name.withType(new Varchar(90)).withDefault(DefaultValue.Literal.of("nobody"))),
                        "age")
                .columns());
        columns.add(ColumnDefinition.of("city", new Varchar(30)).withNullable(true));
        TableDefinition wanted = users().withColumns(columns);

        Difference made = become(run, ALL, schema(wanted));

        assertThat(made.changes()).hasSize(3);
        assertThat(made.lines().get(0)).isEqualTo("+ column \"users.city\" varchar(30)");
        assertThat(made.lines().get(1))
                .startsWith("~ column \"users.name\": varchar(40) not null → varchar(90) not null default 'nobody'");
        assertThat(made.lines().get(2)).isEqualTo("- column \"users.age\"");
        assertThat(Objects.requireNonNull(run.value(DB.table("users").first())).get("name"))
                .isEqualTo("Ada");
        assertThat(run.get(ALL.on(run.database(), schema(wanted))).lines()).isEmpty();
    }

    @Test
    @Feature("16.5")
    default void nothingIsDroppedThatNobodyAskedToDropAndItIsSaid(Runner run) {
        become(run, ALL, schema(users(), table("old", Blueprint::id)));

        Difference careful = become(run, SchemaDiff.create(), schema(without(without(users(), "age"), "email")));

        assertThat(careful.changes()).isEmpty();
        assertThat(careful.isEmpty()).isFalse();
        assertThat(careful.lines())
                .containsExactlyInAnyOrder(
                        "! column \"users.age\": it is dropped only by Drop.COLUMNS",
                        "! column \"users.email\": it is dropped only by Drop.COLUMNS",
                        "! index \"users_email_unique\" of \"users\": it is dropped only by Drop.KEYS",
                        "! table \"old\": it is dropped only by Drop.TABLES");
        assertThat(run.get(Schema.on(run.database()).hasColumn("users", "email")))
                .isTrue();
    }

    @Test
    @Feature("16.5")
    default void aRenameIsDeclaredAndKeepsWhatIsThere(Runner run) {
        become(run, ALL, schema(users()));
        run.value(DB.table("users").insert(Map.of("name", "Ada", "email", "a@x.y")));
        TableDefinition wanted = table("people", t -> {
            t.id();
            t.string("full_name", 60);
            t.string("email").unique();
            t.integer("age").nullable();
        });
        SchemaDiff renaming =
                SchemaDiff.create().renamingTable("users", "people").renamingColumn("people", "name", "full_name");

        Difference made = become(run, renaming, schema(wanted));

        assertThat(made.lines().subList(0, 2))
                .containsExactly(
                        "~ table \"users\": is now \"people\"", "~ column \"people.name\": is now \"full_name\"");
        assertThat(made.withheld()).isEmpty();
        assertThat(Objects.requireNonNull(run.value(DB.table("people").first())).get("full_name"))
                .isEqualTo("Ada");
        assertThat(run.get(renaming.on(run.database(), schema(wanted))).lines())
                .as("a rename that was made is none any more")
                .isEmpty();
    }

    @Test
    @Feature("16.5")
    default void aDifferenceIsTakenBackByTheOneTheOtherWay(Runner run) {
        SchemaDefinition before = schema(users());
        SchemaDefinition after = schema(
                with(without(users(), "age"), "name", name -> name.withNullable(true)), table("posts", Blueprint::id));
        become(run, ALL, before);
        become(run, ALL, after);

        Difference back = ALL.between(run.database().dialect(), after, before);
        run.value(Schema.on(run.database()).apply(back.changes()));

        assertThat(run.get(ALL.on(run.database(), before)).lines()).isEmpty();
    }

    @Test
    @Feature("16.5")
    default void whatAColumnIsComputedFromIsPutInItsPlace(Runner run) {
        String price = run.database().dialect().grammar().quoted("price");
        TableDefinition goods = table("goods", t -> {
            t.id();
            t.integer("price");
            t.integer("twice").nullable().storedAs(price + " + " + price);
        });
        become(run, ALL, schema(goods));
        run.value(DB.table("goods").insert(Map.of("price", 5)));

        become(
                run,
                SchemaDiff.create(),
                schema(with(goods, "twice", twice -> twice.withComputed(new Computed(price + " * 2 + 1", true)))));

        assertThat(Objects.requireNonNull(run.value(DB.table("goods").first())).get("twice", Integer.class))
                .isEqualTo(11);
    }

    @Test
    @Feature("16.5")
    default void aTableThatIsMadeToAskTheDatabaseIsGoneAfterwards(Runner run) {
        TableDefinition goods = table("goods", t -> {
            t.id();
            t.integer("price").check("1 +  1 < 3");
            t.string("code").defaultRaw("concat('a' , 'b')");
        });
        become(run, ALL, schema(goods));

        assertThat(run.get(ALL.on(run.database(), schema(goods))).lines()).isEmpty();

        assertThat(run.get(Catalog.of(run.database()).tables().collectList()))
                .containsExactly(QualifiedName.of("goods"));
        run.assertNothingAcquired();
    }

    @Test
    @Feature("16.5")
    @Needs(Capability.USER_TYPE)
    default void anEnumeratedTypeGrowsInItsPlaces(Runner run) {
        QualifiedName mood = QualifiedName.of("mood");
        TableDefinition days = TableDefinition.of(
                QualifiedName.of("days"),
                List.of(ColumnDefinition.of("mood", new Enumeration(List.of("sad", "happy"), mood))),
                List.of());
        become(
                run,
                ALL,
                new SchemaDefinition(List.of(days), List.of(new EnumDefinition(mood, List.of("sad", "happy")))));
        EnumDefinition grown = new EnumDefinition(mood, List.of("sad", "so so", "happy", "glad"));

        Difference made = become(run, ALL, new SchemaDefinition(List.of(days), List.of(grown)));
        Difference shrunk = become(
                run,
                ALL,
                new SchemaDefinition(List.of(days), List.of(new EnumDefinition(mood, List.of("sad", "glad")))));

        assertThat(made.lines())
                .containsExactly("+ value \"glad\" of enum \"mood\"", "+ value \"so so\" of enum \"mood\"");
        assertThat(run.get(Catalog.of(run.database()).enums())).containsExactly(grown);
        assertThat(shrunk.lines())
                .containsExactly(
                        "! values [so so, happy] of enum \"mood\": a type's values can't be dropped; make another"
                                + " type, and change the columns to it");
    }

    @Test
    @Feature("16.5")
    @Needs(Capability.SCHEMA)
    default void tablesOfOtherSchemasAreSeenWhereTheyAreWanted(Runner run) {
        TableDefinition events = table("analytics.events", t -> {
            t.id();
            t.string("name");
        });
        become(run, SchemaDiff.create(), schema(events));

        assertThat(run.get(ALL.on(run.database(), schema(events))).lines()).isEmpty();

        run.value(Schema.on(run.database()).dropSchemaCascade("analytics"));
    }
}
