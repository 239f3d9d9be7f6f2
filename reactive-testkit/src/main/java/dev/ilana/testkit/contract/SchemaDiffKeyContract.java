package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Definitions.become;
import static dev.ilana.testkit.contract.Definitions.schema;
import static dev.ilana.testkit.contract.Definitions.table;
import static dev.ilana.testkit.contract.Definitions.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.testkit.database.Runner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The keys of a schema that is made another go and come in an order in which they can. */
public interface SchemaDiffKeyContract extends EmptySchemaContract {

    @Test
    @Feature("16.5")
    default void tablesThatPointAtEachOtherAreMadeChangedAndDropped(Runner run) {
        TableDefinition hen = table("hens", t -> {
            t.id();
            t.foreignId("egg_id").nullable().constrained("eggs");
        });
        TableDefinition egg = table("eggs", t -> {
            t.id();
            t.foreignId("hen_id").nullable().constrained("hens");
        });
        become(run, ALL, schema(hen, egg));
        TableDefinition strict = egg.withForeignKeys(egg.foreignKeys().stream()
                .map(key -> key.withOnDelete(ReferentialAction.CASCADE))
                .toList());

        Difference changed = become(run, SchemaDiff.create(), schema(hen, strict));

        assertThat(changed.lines())
                .containsExactly(
                        "- foreign key \"eggs.hen_id\"",
                        "+ foreign key \"eggs.hen_id\" → \"hens.id\" on delete cascade on update no action");
        assertThat(become(run, ALL, SchemaDefinition.EMPTY).changes()).hasSize(4);
        assertThat(run.get(Catalog.of(run.database()).schema()).tables()).isEmpty();
    }

    @Test
    @Feature("16.5")
    default void aForeignKeyIsAwayWhileItsColumnsGetAnotherType(Runner run) {
        TableDefinition small = table("teams", t -> t.integer("id").primary());
        TableDefinition large = table("teams", t -> t.bigInteger("id").primary());
        become(run, ALL, schema(small, members(table("members", t -> {
            t.id();
            t.integer("team_id").nullable();
        }))));

        SchemaDefinition wanted = schema(large, members(table("members", t -> {
            t.id();
            t.bigInteger("team_id").nullable();
        })));
        become(run, SchemaDiff.create(), wanted);

        assertThat(run.get(ALL.on(run.database(), wanted)).lines()).isEmpty();
    }

    private static TableDefinition members(TableDefinition members) {
        return members.withForeignKeys(
                List.of(ForeignKeyDefinition.of(List.of("team_id"), QualifiedName.of("teams"), List.of("id"))));
    }

    @Test
    @Feature("16.5")
    default void anIndexOfAnotherNameIsRenamedAndOneOfOtherColumnsMadeAnew(Runner run) {
        become(
                run,
                ALL,
                schema(withIndex(users(), IndexDefinition.index(List.of("age")).withName("by_age"))));

        Difference renamed = become(
                run,
                SchemaDiff.create(),
                schema(withIndex(users(), IndexDefinition.index(List.of("age")).withName("users_by_age"))));
        Difference changed = become(
                run,
                SchemaDiff.create(),
                schema(withIndex(
                        users(), IndexDefinition.index(List.of("age", "name")).withName("users_by_age"))));

        assertThat(renamed.lines()).containsExactly("~ index \"by_age\" on \"users\": is now \"users_by_age\"");
        assertThat(changed.lines())
                .containsExactly(
                        "- index \"users_by_age\" on \"users\"", "+ index \"users_by_age\" (age, name) on \"users\"");
    }

    @Test
    @Feature("16.5")
    default void aUniqueIndexThatIsNoConstraintIsAsGoodAsOneAndGoesAsAnIndex(Runner run) {
        become(run, ALL, schema(users()));
        run.value(Schema.on(run.database())
                .raw("create unique index " + run.database().dialect().grammar().quoted("one_age")
                        + " on users (age)"));
        IndexDefinition unique = IndexDefinition.unique(List.of("age"));

        assertThat(run.get(ALL.on(run.database(), schema(withIndex(users(), unique.withName("one_age")))))
                        .lines())
                .isEmpty();
        Difference renamed = become(run, ALL, schema(withIndex(users(), unique.withName("only_age"))));
        Difference dropped = become(run, ALL, schema(users()));

        assertThat(renamed.lines()).containsExactly("~ index \"one_age\" on \"users\": is now \"only_age\"");
        assertThat(dropped.lines()).hasSize(1);
        assertThat(run.get(ALL.on(run.database(), schema(users()))).lines()).isEmpty();
    }

    @Test
    @Feature("16.5")
    default void aNewTableHasItsKeysFromTheStartUnlessWhatTheyStandUponComesLater(Runner run) {
        TableDefinition codes = table("codes", t -> {
            t.id();
            t.string("code", 8);
        });
        become(run, ALL, schema(users(), codes));
        TableDefinition unique =
                withIndex(codes, IndexDefinition.unique(List.of("code")).withName("codes_code"));
        TableDefinition orders = table("orders", t -> {
            t.id();
            t.foreignId("user_id").constrained("users");
            t.string("code", 8);
            t.foreign("code").references("code").on("codes");
        });

        Difference made = become(run, ALL, schema(orders, users(), unique));

        assertThat(made.lines())
                .containsExactly(
                        "+ table \"orders\" (id, user_id, code)",
                        "+ foreign key \"orders.user_id\" → \"users.id\" on delete no action on update no action",
                        "+ unique \"codes_code\" (code) on \"codes\"",
                        "+ foreign key \"orders.code\" → \"codes.code\" on delete no action on update no action");
        assertThat(made.changes()).hasSize(3);
        assertThat(run.get(ALL.on(run.database(), schema(orders, users(), unique)))
                        .lines())
                .isEmpty();
    }

    @Test
    @Feature("16.5")
    default void keysAreOverTheirColumnsByTheNewNames(Runner run) {
        run.value(Schema.on(run.database()).create("staff", t -> {
            t.id();
            t.string("email").unique();
            t.foreignId("boss_id").nullable().constrained("staff");
        }));
        run.value(Schema.on(run.database()).table("staff", t -> t.renameColumn("boss_id", "chief_id")));
        run.value(Schema.on(run.database()).table("staff", t -> t.renameColumn("email", "mail")));
        run.value(Schema.on(run.database()).table("staff", t -> t.renameColumn("id", "number")));

        TableDefinition staff = run.get(Catalog.of(run.database()).table(QualifiedName.of("staff")));

        assertThat(staff.identifier()).containsExactly("number");
        assertThat(staff.areUnique(List.of("mail"))).isTrue();
        assertThat(staff.foreignKeys()).hasSize(1);
        assertThat(staff.foreignKeys().get(0).columns()).containsExactly("chief_id");
        assertThat(staff.foreignKeys().get(0).referencedColumns()).containsExactly("number");
    }

    private static TableDefinition withIndex(TableDefinition table, IndexDefinition index) {
        List<IndexDefinition> indexes = new ArrayList<>(table.indexes());
        indexes.add(index);
        return table.withIndexes(indexes);
    }
}
