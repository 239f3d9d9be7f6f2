package dev.ilana.schema.generate;

import dev.ilana.model.Column;
import dev.ilana.model.CompositeKey;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.DefaultValue.Expression;
import dev.ilana.schema.definition.DefaultValue.Literal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The columns and keys of a model, as its class declares them. */
final class ModelColumns {

    private static final String ID = "id";

    private final ModelClass model;
    private final Imports imports;
    private final ModelTypeWords types;
    private final ModelTimes times;
    private final Map<ColumnDefinition, ModelColumn> columns = new LinkedHashMap<>();

    ModelColumns(ModelClass model, Imports imports) {
        this.model = model;
        this.imports = imports;
        this.types = new ModelTypeWords(model, imports);
        this.times = ModelTimes.of(model);
        for (ColumnDefinition column : model.table().columns()) {
            columns.put(column, column(column));
        }
    }

    ModelTimes times() {
        return times;
    }

    /** What the column holds in Java, as the source writes it. */
    String javaType(ColumnDefinition column) {
        return Objects.requireNonNull(columns.get(column), "a definition has its own columns")
                .javaType();
    }

    /** Whether a program gives the column its value, and neither the database nor the clock. */
    boolean isSet(ColumnDefinition column) {
        return column.computed() == null
                && !isMadeKey(column)
                && times.kept(column).isEmpty()
                && times.told(column).isEmpty();
    }

    List<ModelConstant> constants() {
        List<ModelConstant> constants = new ArrayList<>();
        columns.forEach((column, declared) -> constants.add(new ModelConstant(
                ModelDoc.of(column),
                imports.name(Column.class) + "<" + model.name() + ", " + declared.javaType() + ">",
                model.column(column.name()),
                declared.declared())));
        if (model.key().size() > 1) {
            constants.add(key("keys", model.key()));
        }
        model.otherKeys().keySet().forEach(fields -> constants.add(key("foreignKey", fields)));
        return constants;
    }

    private ModelConstant key(String word, List<String> fields) {
        return new ModelConstant(
                "",
                imports.name(CompositeKey.class) + "<" + model.name() + ">",
                model.key(fields),
                model.over(word, fields));
    }

    // Columns

    private ModelColumn column(ColumnDefinition column) {
        if (times.kept(column).isPresent()) {
            return kept(times.kept(column).orElseThrow());
        } else if (times.told(column).isPresent()) {
            return described(types.of(column), column)
                    .within(model.constant(), times.told(column).orElseThrow(), now(column));
        } else if (model.key().equals(List.of(column.name()))) {
            return key(column);
        }
        ModelColumn described = described(types.of(column), column);
        return column.defaultValue() instanceof Literal literal ? withDefault(described, column, literal) : described;
    }

    /** The time of a write as the column has it: in UTC where it has no zone. */
    private String now(ColumnDefinition column) {
        return ModelTimes.isPoint(column)
                ? "now -> now"
                : "now -> " + imports.name(LocalDateTime.class) + ".ofInstant(now, " + imports.name(ZoneOffset.class)
                        + ".UTC)";
    }

    private ModelColumn kept(String word) {
        return new ModelColumn(imports.name(Instant.class), new Chain(model.constant()).say(word), Instant.class);
    }

    private ModelColumn described(ModelColumn begun, ColumnDefinition column) {
        ModelColumn told = column.nullable() ? begun.say("nullable") : begun;
        told = ModelIndexes.isUnique(model.table(), column.name()) ? told.say("unique") : told;
        return column.computed() == null ? told : told.say("readOnly");
    }

    private ModelColumn withDefault(ModelColumn described, ColumnDefinition column, Literal literal) {
        Object given = literal.value().value();
        String value = given == null ? null : types.literal(column, described, given);
        return value == null ? described : described.say("defaultTo", value);
    }

    // The key of one column

    private static boolean isMadeByDatabase(ColumnDefinition column) {
        return column.autoIncrement() || column.defaultValue() instanceof Expression;
    }

    private boolean isMadeKey(ColumnDefinition column) {
        return model.key().equals(List.of(column.name())) && (isMadeByDatabase(column) || isMadeHere(column));
    }

    /** A key that follows from its type, unless it is another row's. */
    private boolean isMadeHere(ColumnDefinition column) {
        return column.name().equals(ID)
                && (column.type() == Plain.UUID || column.type() == Plain.ULID)
                && column.defaultValue() == null
                && column.computed() == null
                && !model.isForeign(column.name());
    }

    private ModelColumn key(ColumnDefinition column) {
        ModelColumn plain = types.of(column);
        if (column.autoIncrement() && column.type() instanceof Integral number && number.size() == Size.BIG) {
            Chain table = new Chain(model.constant());
            Chain declared =
                    column.name().equals(ID) ? table.say("id") : table.say("id", JavaLiteral.text(column.name()));
            return new ModelColumn(plain.javaType(), declared, plain.plain());
        } else if (isMadeByDatabase(column)) {
            return plain.within(model.constant(), "generatedKey");
        } else if (isMadeHere(column)) {
            String word = column.type() == Plain.UUID ? "uuidKey" : "ulidKey";
            return new ModelColumn(plain.javaType(), new Chain(model.constant()).say(word), plain.plain());
        }
        ModelColumn told = column.computed() == null ? plain : plain.say("readOnly");
        return told.within(model.constant(), "key");
    }
}
