package dev.ilana.schema.dynamic;

import dev.ilana.Table;
import dev.ilana.cast.Cast;
import dev.ilana.cast.Stored;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.model.Column;
import dev.ilana.model.Key;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.DefaultValue.CurrentTime;
import dev.ilana.schema.definition.DefaultValue.Expression;
import dev.ilana.schema.definition.DefaultValue.Literal;
import dev.ilana.schema.relations.RelationPlan;
import dev.ilana.sql.SqlType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the table of a model: its columns at once, its relations when all tables have theirs. */
final class TableMaker {

    private final ModelPlan plan;
    private final Table<DynamicModel> table;
    private final Map<String, Column<DynamicModel, ?>> columns = new LinkedHashMap<>();

    TableMaker(ModelPlan plan, ToldModel told) {
        this.plan = plan;
        this.table = Table.of(plan.table(), plan.name(), DynamicModel::new);
        plan.fields().forEach(field -> columns.put(field.name(), declared(field, told)));
        declareKey();
        told.declare(table);
    }

    /** The table with its relations, which changes no more. */
    Table<DynamicModel> finished(Map<String, TableMaker> all) {
        for (RelationPlan relation : plan.relations()) {
            relate(relation, Objects.requireNonNull(all.get(relation.model()), "a source relates its own models"));
        }
        // Asked for its columns, it is closed.
        var unused = table.columns();
        return table;
    }

    // Columns

    private Column<DynamicModel, ?> declared(FieldPlan field, ToldModel told) {
        ColumnDefinition definition = field.column();
        Column<DynamicModel, ?> column = told.isDeletedAt(field)
                ? deletedAt(definition)
                : FieldTypes.declare(table, definition.name(), definition.type(), field.words());
        describe(column.attribute(field.name()), field, told);
        return column;
    }

    private Column<DynamicModel, Instant> deletedAt(ColumnDefinition definition) {
        boolean isPoint = definition.type() instanceof Temporal time && time.moment() == Moment.TIMESTAMP;
        Column<DynamicModel, Instant> column = isPoint
                ? table.timestamp(definition.name())
                : table.column(
                        definition.name(),
                        Cast.of(
                                Instant.class,
                                Stored.DATETIME,
                                time -> time.toInstant(ZoneOffset.UTC),
                                time -> LocalDateTime.ofInstant(time, ZoneOffset.UTC)));
        var unused = table.softDeletes(column);
        return column;
    }

    private <T> void describe(Column<DynamicModel, T> column, FieldPlan field, ToldModel told) {
        ColumnDefinition definition = field.column();
        if (definition.nullable()) {
            var unused = column.nullable();
        }
        if (told.isHidden(field)) {
            var unused = column.hidden();
        }
        if (definition.computed() != null) {
            var unused = column.readOnly();
            return;
        }
        if (told.isFillable(field)) {
            var unused = column.fillable();
        }
        Supplier<?> generator = field.generator();
        if (generator != null) {
            var unused = column.generatedBy(() -> value(column, generator.get()));
        }
        Function<Instant, Object> clock = WriteClock.of(definition.type()).orElse(null);
        if (clock != null && (field.updatedAt() || definition.currentOnUpdate())) {
            var unused = table.timeOnSave(column, now -> value(column, clock.apply(now)));
        } else if (clock != null && definition.defaultValue() instanceof CurrentTime) {
            var unused = table.timeOnCreate(column, now -> value(column, clock.apply(now)));
        } else if (definition.defaultValue() instanceof Literal literal) {
            defaultTo(column, literal, field);
        }
    }

    private static <T> T value(Column<DynamicModel, T> column, Object given) {
        return Objects.requireNonNull(column.accept(given), "only a null is accepted as one");
    }

    /** The default that the database would give, so that a new model knows it; one that is none in Java is left to the database. */
    private static <T> void defaultTo(Column<DynamicModel, T> column, Literal literal, FieldPlan field) {
        SqlType stored = column.type();
        boolean isWord = field.column().type() instanceof Enumeration;
        if (stored == SqlType.JSON || (stored.isOfDatabase() && !isWord)) {
            return;
        }
        Object given = Objects.requireNonNull(literal.value().value(), "a default is no null");
        try {
            var unused = column.defaultTo(value(column, isWord ? field.words().read(given) : given));
        } catch (TypeMismatchException e) {
            // The catalog's text of it is no value of the column here.
            return;
        }
    }

    // The key

    private void declareKey() {
        if (plan.key().size() > 1) {
            var unused = table.keys(columns(plan.key()));
        } else if (plan.key().size() == 1) {
            declareKey(plan.key().get(0));
        }
    }

    private void declareKey(String name) {
        FieldPlan field = plan.fields().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        Column<DynamicModel, ?> column = column(name);
        DefaultValue otherwise = field.column().defaultValue();
        boolean isMade = field.column().autoIncrement() || otherwise instanceof Expression;
        if (isMade && field.generator() == null) {
            var unused = table.generatedKey(column);
        } else {
            var unused = table.key(column);
        }
    }

    private Column<DynamicModel, ?> column(String field) {
        return Objects.requireNonNull(columns.get(field), "a source names its own fields");
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic classes
    private Column<DynamicModel, ?>[] columns(List<String> fields) {
        return fields.stream().map(this::column).toArray(Column[]::new);
    }

    private Key<DynamicModel> key(List<String> fields) {
        return fields.size() == 1 ? column(fields.get(0)) : table.foreignKey(columns(fields));
    }

    // Relations

    private void relate(RelationPlan relation, TableMaker other) {
        @Nullable Object declared = null;
        if (relation instanceof RelationPlan.Pointer pointer) {
            declared = table.belongsToBy(pointer.name(), key(pointer.fields()), () -> other.key(pointer.references()));
        } else if (relation instanceof RelationPlan.Inverse inverse) {
            Supplier<Key<DynamicModel>> foreign = () -> other.key(inverse.pointers());
            declared = inverse.single()
                    ? table.hasOne(inverse.name(), foreign, key(inverse.fields()))
                    : table.hasMany(inverse.name(), foreign, key(inverse.fields()));
        } else if (relation instanceof RelationPlan.Through through) {
            declared = table.belongsToMany(
                    through.name(), through.table(), through.toThis(), through.toOther(), () -> other.table);
        }
        Objects.requireNonNull(declared, "a relation is of one of these kinds");
    }
}
