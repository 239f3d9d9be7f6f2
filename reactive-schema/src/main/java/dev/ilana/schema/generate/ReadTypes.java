package dev.ilana.schema.generate;

import dev.ilana.dialect.Dialect;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.ddl.Spelling;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;

/** The types that a catalog shows, as models are to take them where a database does not have all that there are. */
record ReadTypes(Spelling spelling) {

    static SchemaDefinition of(SchemaDefinition present, Dialect dialect) {
        ReadTypes types = new ReadTypes(DdlGrammar.of(dialect).spelling());
        return present.mapTables(types::table);
    }

    private TableDefinition table(TableDefinition table) {
        return table.withColumns(table.columns().stream().map(this::column).toList());
    }

    private ColumnDefinition column(ColumnDefinition column) {
        if (column.type() instanceof Integral number && number.unsigned()) {
            return signed(column, new Integral(number.size(), false));
        } else if (column.type() instanceof Temporal time && time.moment() == Moment.DATE_TIME) {
            return pointInTime(column, new Temporal(Moment.TIMESTAMP, time.precision()));
        }
        return column;
    }

    /** What a check holds to be unsigned has no more values than the type itself, and is sent as that. */
    private ColumnDefinition signed(ColumnDefinition column, ColumnType signed) {
        ColumnDefinition other = column.withType(signed);
        return spelling.type(column).startsWith(spelling.type(other) + " check ") ? other : column;
    }

    /** Where one type is for both, a name says that a point in time is meant and not what a clock on some wall showed. */
    private ColumnDefinition pointInTime(ColumnDefinition column, ColumnType point) {
        ColumnDefinition other = column.withType(point);
        return ModelTimes.isName(column.name()) && spelling.type(column).equals(spelling.type(other)) ? other : column;
    }
}
