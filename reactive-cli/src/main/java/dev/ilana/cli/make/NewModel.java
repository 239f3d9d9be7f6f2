package dev.ilana.cli.make;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model that is to be written, with the names that follow from that of its class.
 *
 * @param ends the two models between which its table is; none for a table of its own
 */
record NewModel(NewClass type, List<ModelNames> ends) {

    Stub stub() {
        return isPivot() ? Stub.PIVOT : Stub.MODEL;
    }

    /** Of the migration that creates its table. */
    Stub migrationStub() {
        return isPivot() ? Stub.MIGRATION_PIVOT : Stub.MIGRATION_CREATE;
    }

    private boolean isPivot() {
        return !ends.isEmpty();
    }

    /** A table between is called after one of its rows, as those of relations are. */
    String table() {
        return isPivot() ? names().row() : names().table();
    }

    /** The constant of the table. */
    String constant() {
        return ModelNames.constant(table());
    }

    ModelNames names() {
        return new ModelNames(type.name());
    }

    /** What its stub may ask for. */
    Map<String, String> values(String connection) {
        Map<String, String> values = type.values();
        values.put("constant", constant());
        values.put("connection", connection.isEmpty() ? "" : ".connection(\"" + connection + "\")");
        values.putAll(tableValues());
        return values;
    }

    /** What the stub of its migration may ask for. */
    Map<String, String> migrationValues(NewMigration migration) {
        Map<String, String> values = new LinkedHashMap<>(migration.values());
        values.putAll(tableValues());
        return values;
    }

    private Map<String, String> tableValues() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("table", table());
        if (isPivot()) {
            put(values, "first", ends.get(0));
            put(values, "second", ends.get(1));
        }
        return values;
    }

    private static void put(Map<String, String> values, String which, ModelNames end) {
        values.put(which + "Table", end.table());
        values.put(which + "Column", end.foreignKey());
        values.put(which + "Constant", ModelNames.constant(end.foreignKey()));
    }
}
