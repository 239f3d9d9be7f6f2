package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.PeopleContract.alter;
import static dev.ilana.testkit.contract.PeopleContract.column;
import static dev.ilana.testkit.contract.PeopleContract.read;
import static dev.ilana.testkit.contract.PeopleContract.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NotNullViolationException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.testkit.database.Runner;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A change of a column keeps what it does not name. */
public interface SchemaColumnChangeContract extends PeopleContract {

    private static void ada(Runner run) {
        PeopleContract.create(run, t -> {
            t.id();
            t.string("name", 40).defaultTo("it's \\ Ada").comment("who; it's").index();
            t.integer("age").nullable().unsigned();
            t.enumeration("state", "new", "old").defaultTo("new");
            t.decimal("price", 8, 2).nullable();
            t.timestamp("seen").useCurrent();
        });
        run.get(DB.table("people").insert(Map.of("age", 36)));
    }

    @Test
    @Feature("15.3")
    default void aChangeKeepsWhatItDoesNotName(Runner run) {
        ada(run);
        ColumnDefinition name = column(run, "name");
        ColumnDefinition seen = column(run, "seen");

        alter(run, t -> {
            t.string("name", 500).change();
            t.change("seen").comment("last");
        });

        assertThat(column(run, "name")).isEqualTo(name.withType(new Varchar(500)));
        assertThat(column(run, "seen")).isEqualTo(seen.withComment("last"));
        assertThat(PeopleContract.value(run, "name", String.class)).isEqualTo("it's \\ Ada");
    }

    @Test
    @Feature("15.3")
    default void eachThingOfAColumnCanBeChanged(Runner run) {
        ada(run);

        alter(run, t -> t.change("name").nullable().withoutDefault());
        assertThat(column(run, "name").nullable()).isTrue();
        assertThat(column(run, "name").defaultValue()).isNull();
        alter(run, t -> t.change("name").defaultTo("Wole").comment("other"));
        assertThat(column(run, "name").defaultValue()).isEqualTo(DefaultValue.Literal.of("Wole"));
        assertThat(column(run, "name").comment()).isEqualTo("other");
        assertThat(column(run, "name").nullable()).isTrue();
        alter(run, t -> t.change("name").notNullable());
        assertThat(run.error(DB.table("people").insert(Collections.singletonMap("name", null))))
                .isInstanceOf(NotNullViolationException.class);
        alter(run, t -> t.bigInteger("age").change());
        assertThat(column(run, "age").type()).isEqualTo(new ColumnType.Integral(ColumnType.Size.BIG, false));
        assertThat(run.get(DB.table("people").insert(Map.of("age", -1)))).isEqualTo(1);
        alter(run, t -> t.enumeration("state", "new", "old", "gone").change());
        assertThat(run.get(DB.table("people").insert(Map.of("state", "gone")))).isEqualTo(1);
        assertThat(column(run, "state").defaultValue()).isEqualTo(DefaultValue.Literal.of("new"));
        alter(run, t -> t.text("state").withoutDefault().change());
        assertThat(column(run, "state").type()).isEqualTo(ColumnType.Plain.TEXT);
        assertThat(run.get(DB.table("people").insert(Map.of("state", "any")))).isEqualTo(1);
    }

    @Test
    @Feature("15.3")
    default void aColumnThatWasRenamedCanBeChanged(Runner run) {
        ada(run);

        alter(run, t -> {
            t.renameColumn("age", "years");
            t.integer("years").change();
        });

        assertThat(run.get(DB.table("people").insert(Map.of("years", -1)))).isEqualTo(1);
    }

    @Test
    @Feature("15.3")
    default void textBecomesANumberWhereItIsOne(Runner run) {
        PeopleContract.create(run, t -> {
            t.id();
            t.string("count").defaultTo("7");
        });
        run.get(DB.table("people").insert(Map.of("count", "42")));

        alter(run, t -> t.integer("count").defaultTo(8).change());

        assertThat(PeopleContract.value(run, "count", Integer.class)).isEqualTo(42);
        run.get(DB.table("people").where("count", 42).update(Map.of("count", 43)));
    }

    @Test
    @Feature("15.3")
    default void aChangeAddsTheIndexesItNames(Runner run) {
        ada(run);

        alter(run, t -> t.string("name", 60).unique().change());

        assertThat(run.get(Schema.on(run.database()).hasIndex("people", "people_name_unique")))
                .isTrue();
    }

    @Test
    @Feature("15.3")
    default void anUnknownColumnCanNotBeChanged(Runner run) {
        ada(run);

        assertThat(refusal(run, t -> t.string("nane").change()))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessage("table people has no column \"nane\"; did you mean \"name\"?");
        assertThat(run.error(Schema.on(run.database())
                        .table("nowhere", t -> t.string("name").change())
                        .thenReturn(1)))
                .isInstanceOf(UnknownColumnException.class);
        assertThat(run.error(Schema.on(run.database())
                        .create("others", t -> t.string("name").change())
                        .thenReturn(1)))
                .isInstanceOf(InvalidUsageException.class);
    }

    @Test
    @Feature("15.3")
    default void aChangeThatTheRowsForbidChangesNothing(Runner run) {
        ada(run);
        run.get(DB.table("people").everything().update(Map.of("name", "far too long a name")));
        TableDefinition before = read(run);

        assertThat(refusal(run, t -> t.integer("name").change())).isInstanceOf(DatabaseException.class);

        assertThat(read(run).column("name").map(ColumnDefinition::type))
                .isEqualTo(before.column("name").map(ColumnDefinition::type));
    }
}
