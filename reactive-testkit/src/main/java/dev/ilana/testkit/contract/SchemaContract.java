package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.ForeignKeyViolationException;
import dev.ilana.error.InvalidNameException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NotNullViolationException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.query.Row;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables are made, changed and dropped, and hold what they were told to. */
public interface SchemaContract {

    @BeforeEach
    default void noTables(Runner run) {
        Schema schema = Schema.on(run.database());
        for (String table : List.of("books", "writers", "authors")) {
            run.value(schema.dropIfExists(table));
        }
    }

    private static Schema authors(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.create("authors", table -> {
            table.id();
            table.string("name", 40).unique();
            table.integer("born").nullable();
            table.string("country").defaultTo("it's \\ \"NG\"");
        }));
        return schema;
    }

    @Test
    @Feature({"15.1", "15.2", "15.3"})
    default void aCreatedTableHasItsColumnsWithTheirDefaults(Runner run) {
        Schema schema = authors(run);

        assertThat(run.get(schema.hasTable("authors"))).isTrue();
        assertThat(run.get(schema.hasTable("nowhere"))).isFalse();
        assertThat(run.get(schema.hasColumn("authors", "born"))).isTrue();
        assertThat(run.get(schema.hasColumn("authors", "died"))).isFalse();
        run.get(DB.table("authors").insert(Map.of("name", "Wole")));
        Row row = run.get(DB.table("authors").first());
        assertThat(row.get("id", Long.class)).isEqualTo(1);
        assertThat(row.get("country")).isEqualTo("it's \\ \"NG\"");
        assertThat(row.get("born")).isNull();
    }

    @Test
    @Feature({"15.3", "15.4"})
    default void nullsAndSecondValuesAreRefused(Runner run) {
        var unused = authors(run);
        run.get(DB.table("authors").insert(Map.of("name", "Wole")));

        assertThat(run.error(DB.table("authors").insert(Map.of("name", "Wole"))))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(run.error(DB.table("authors").insert(Map.of("born", 1934))))
                .isInstanceOf(NotNullViolationException.class);
    }

    @Test
    @Feature("15.5")
    default void aForeignKeyHoldsAndCascades(Runner run) {
        Schema schema = authors(run);
        run.value(schema.create("books", table -> {
            table.id();
            table.foreignId("author_id").constrained().cascadeOnDelete();
            table.string("title");
            table.index("title");
        }));
        run.get(DB.table("authors").insert(Map.of("name", "Wole")));
        run.get(DB.table("books").insert(Map.of("author_id", 1L, "title", "Ake")));

        assertThat(run.error(DB.table("books").insert(Map.of("author_id", 9L, "title", "x"))))
                .isInstanceOf(ForeignKeyViolationException.class);
        run.get(DB.table("authors").where("id", 1L).delete());
        assertThat(run.get(DB.table("books").count())).isZero();
    }

    @Test
    @Feature({"15.1", "15.6"})
    default void aTableIsAlteredRenamedAndDropped(Runner run) {
        Schema schema = authors(run);
        run.get(DB.table("authors").insert(Map.of("name", "Wole")));

        run.value(schema.table("authors", table -> {
            table.string("genre").nullable();
            table.index("genre");
            table.renameColumn("born", "born_in");
        }));
        assertThat(run.get(schema.hasColumn("authors", "genre"))).isTrue();
        assertThat(run.get(schema.hasColumn("authors", "born"))).isFalse();
        assertThat(run.get(schema.hasColumn("authors", "born_in"))).isTrue();

        run.value(schema.table("authors", table -> table.dropColumn("born_in")));
        assertThat(run.get(schema.hasColumn("authors", "born_in"))).isFalse();

        run.value(schema.rename("authors", "writers"));
        assertThat(run.get(DB.table("writers").count())).isEqualTo(1);
        run.value(schema.drop("writers"));
        assertThat(run.get(schema.hasTable("writers"))).isFalse();
        run.value(schema.dropIfExists("writers"));
        assertThat(run.error(schema.drop("writers").thenReturn(1))).isInstanceOf(BadSqlException.class);
    }

    @Test
    @Feature("15.1")
    default void aNameThatIsSqlIsRefused(Runner run) {
        Schema schema = Schema.on(run.database());

        assertThat(run.error(
                        schema.create("a; drop table b", table -> table.id()).thenReturn(1)))
                .isInstanceOf(InvalidNameException.class);
        assertThat(run.error(schema.create("authors", table -> table.string("a\" int"))
                        .thenReturn(1)))
                .isInstanceOf(InvalidNameException.class);
        assertThat(run.error(schema.hasIndex("authors", "x' or '1'='1"))).isInstanceOf(InvalidNameException.class);
        assertThat(run.error(schema.hasTable("a.b.c"))).isInstanceOf(InvalidNameException.class);
        assertThat(run.get(schema.hasTable("authors"))).isFalse();
    }

    @Test
    @Feature("15.1")
    default void aNameTooLongIsRefusedAndNotCut(Runner run) {
        Schema schema = Schema.on(run.database());

        assertThat(run.error(schema.create("a".repeat(200), table -> table.id()).thenReturn(1)))
                .isInstanceOf(InvalidNameException.class);
        String hundred = "a".repeat(100);
        if (run.database().dialect() == Dialects.H2) {
            run.value(schema.create(hundred, table -> table.id()).then(schema.drop(hundred)));
        } else {
            assertThat(run.error(schema.create(hundred, table -> table.id()).thenReturn(1)))
                    .isInstanceOf(InvalidUsageException.class)
                    .hasMessageContaining(
                            "too long a name for " + run.database().dialect());
        }
    }

    @Test
    @Feature("15.1")
    default void aTableThatCanNotBeIsRefused(Runner run) {
        Schema schema = Schema.on(run.database());

        assertThat(run.error(schema.create("authors", table -> {}).thenReturn(1)))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("table \"authors\" has no column");
        assertThat(run.error(schema.create("authors", table -> {
                            table.string("name");
                            table.text("name");
                        })
                        .thenReturn(1)))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("table \"authors\" has column \"name\" twice");
        assertThat(run.error(
                        schema.table("authors", table -> table.string("name")).thenReturn(1)))
                .as("no such table")
                .isInstanceOf(BadSqlException.class);
    }

    @Test
    @Feature("15.1")
    default void aTableIsCreatedUnlessItIsThere(Runner run) {
        Schema schema = authors(run);

        run.value(schema.createIfNotExists("authors", table -> table.string("other")));
        run.value(schema.createIfNotExists("books", table -> table.string("other")));

        assertThat(run.get(schema.hasColumn("authors", "other"))).isFalse();
        assertThat(run.get(schema.hasColumn("books", "other"))).isTrue();
    }

    @Test
    @Feature("15.6")
    default void whatGoesTogetherIsDroppedTogether(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.create("authors", table -> {
            table.id();
            table.morphs("owner");
            table.timestamps();
            table.softDeletes();
            table.rememberToken();
        }));

        run.value(schema.table("authors", table -> {
            table.dropMorphs("owner");
            table.dropTimestamps();
            table.dropSoftDeletes();
            table.dropRememberToken();
        }));

        assertThat(run.get(Catalog.of(run.database()).table(QualifiedName.of("authors")))
                        .columns())
                .extracting(ColumnDefinition::name)
                .containsExactly("id");
    }
}
