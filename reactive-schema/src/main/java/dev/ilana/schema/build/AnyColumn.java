package dev.ilana.schema.build;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.DefaultValue.Expression;
import java.util.List;
import java.util.stream.Stream;

/** Columns that stand for all: text, a number and a time, each with nothing said of it and with everything. */
final class AnyColumn {

    private static final List<ColumnType> TYPES =
            List.of(new Varchar(255), new Integral(Size.BIG, false), Temporal.of(Moment.TIMESTAMP));

    private AnyColumn() {}

    static List<ColumnDefinition> named(String name) {
        return TYPES.stream()
                .map(type -> ColumnDefinition.of(name, type))
                .flatMap(plain -> Stream.of(
                        plain,
                        plain.withNullable(true)
                                .withDefault(new Expression("null"))
                                .withComment("any")))
                .toList();
    }
}
