package dev.ilana.testkit.contract;

import dev.ilana.DB;
import dev.ilana.schema.build.Blueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.build.TableBlueprint;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.testkit.database.Runner;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;

/** A contract whose tests each make a table of people, and read what the catalog says of it. */
interface PeopleContract {

    @BeforeEach
    default void noPeople(Runner run) {
        run.value(Schema.on(run.database()).dropIfExists("people"));
    }

    static void create(Runner run, Consumer<Blueprint> definition) {
        run.value(Schema.on(run.database()).create("people", definition));
    }

    static void alter(Runner run, Consumer<TableBlueprint> change) {
        run.value(Schema.on(run.database()).table("people", change));
    }

    static Throwable refusal(Runner run, Consumer<TableBlueprint> change) {
        return run.error(Schema.on(run.database()).table("people", change).thenReturn(1));
    }

    static TableDefinition read(Runner run) {
        return run.get(Catalog.of(run.database()).table(QualifiedName.of("people")));
    }

    static ColumnDefinition column(Runner run, String name) {
        return read(run).column(name).orElseThrow();
    }

    static <T> T value(Runner run, String column, Class<T> type) {
        return run.get(DB.table("people").first().mapNotNull(row -> row.get(column, type)));
    }
}
