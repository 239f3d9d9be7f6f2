package dev.ilana.schema.models;

import dev.ilana.model.Column;
import dev.ilana.model.ModelTable;
import dev.ilana.model.TableIndex;
import dev.ilana.relation.BelongsTo;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOptions;
import dev.ilana.sql.TableName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of one model.
 *
 * @param more the indexes that it has beside its own
 */
record TableOfModel(ModelTable<?> model, String environment, List<IndexDefinition> more) {

    QualifiedName name() {
        return name(model.tableName());
    }

    /** What is in the schema of a tenant is looked for in the schema in use. */
    static QualifiedName name(TableName table) {
        return new QualifiedName(TableName.TENANT.equals(table.schema()) ? null : table.schema(), table.name());
    }

    /** The table as it is to be: what the model does not speak of is as it is there, unless its columns go. */
    TableDefinition definition(@Nullable TableDefinition present) {
        List<String> key = model.hasKey() ? names(model.primary().columns()) : List.of();
        List<ColumnDefinition> columns = new ArrayList<>();
        for (Column<?, ?> column : model.columns()) {
            ColumnDefinition there = present == null
                    ? null
                    : present.column(column.databaseName()).orElse(null);
            columns.add(column(column, there, key));
        }
        List<String> known = columns.stream().map(ColumnDefinition::name).toList();
        return new TableDefinition(
                name(),
                columns,
                indexes(present, key, known),
                foreignKeys(present, known),
                present == null
                        ? List.of()
                        : present.checks().stream()
                                .filter(check -> known.containsAll(check.columns()))
                                .toList(),
                TableOptions.NONE,
                present == null ? null : present.comment());
    }

    private ColumnDefinition column(Column<?, ?> column, @Nullable ColumnDefinition present, List<String> key) {
        boolean counts = model.isKeyMadeByDatabase() && key.contains(column.databaseName());
        boolean nullable = column.isNullable() && !key.contains(column.databaseName());
        if (present != null && ModelTypes.isHeldBy(present.type(), column)) {
            // What the database computes is null or not as its columns are.
            return present.computed() == null ? present.withNullable(nullable) : present;
        }
        ColumnDefinition made = ColumnDefinition.of(column.databaseName(), ModelTypes.made(column))
                .withNullable(nullable)
                .withAutoIncrement(counts);
        return counts ? made : made.withDefault(defaultOf(column));
    }

    /** What every new model has, so that the rows that are there can have it too; no default of what is no plain value. */
    private static @Nullable DefaultValue defaultOf(Column<?, ?> column) {
        Object value = column.storedDefault();
        boolean isPlain = value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof BigDecimal
                || value instanceof String;
        return value != null && isPlain ? DefaultValue.Literal.of(value) : null;
    }

    private List<IndexDefinition> indexes(@Nullable TableDefinition present, List<String> key, List<String> known) {
        List<IndexDefinition> declared = new ArrayList<>(more);
        if (!key.isEmpty()) {
            declared.add(0, IndexDefinition.primary(key));
        }
        for (Column<?, ?> column : model.columns()) {
            if (column.isUnique()) {
                declared.add(IndexDefinition.unique(List.of(column.databaseName())));
            }
        }
        for (TableIndex<?> index : model.indexes()) {
            if (index.isIn(environment)) {
                declared.add(IndexDefinition.of(index.isUnique() ? Kind.UNIQUE : Kind.INDEX, names(index.columns()))
                        .withName(index.name()));
            }
        }
        if (present != null) {
            present.indexes().stream()
                    .filter(index -> known.containsAll(index.columns()) && !isDeclared(index, declared))
                    .forEach(declared::add);
        }
        return declared;
    }

    /** Of the same name or over the same columns: the declared one is what it is to be. */
    private static boolean isDeclared(IndexDefinition present, List<IndexDefinition> declared) {
        return declared.stream()
                .anyMatch(index -> (index.isPrimary() && present.isPrimary())
                        || (index.name() != null && index.name().equals(present.name()))
                        || (index.kind() == present.kind()
                                && index.columns().equals(present.columns())
                                && present.where() == null));
    }

    private List<ForeignKeyDefinition> foreignKeys(@Nullable TableDefinition present, List<String> known) {
        List<ForeignKeyDefinition> keys = new ArrayList<>();
        if (present != null) {
            present.foreignKeys().stream()
                    .filter(key -> known.containsAll(key.columns()))
                    .forEach(keys::add);
        }
        for (String relation : model.relationNames()) {
            if (model.relation(relation) instanceof BelongsTo<?, ?> belongs) {
                Optional<ForeignKeyDefinition> key = foreignKey(belongs);
                key.filter(made -> keys.stream().noneMatch(one -> one.columns().equals(made.columns())))
                        .ifPresent(keys::add);
            }
        }
        return keys;
    }

    /** Empty for a model of another database, where no key can point. */
    private Optional<ForeignKeyDefinition> foreignKey(BelongsTo<?, ?> belongs) {
        ModelTable<?> owner = belongs.ownerKey().columns().get(0).table();
        return owner.hasDatabaseOf(model)
                ? Optional.of(ForeignKeyDefinition.of(
                        names(belongs.foreignKey().columns()),
                        name(owner.tableName()),
                        names(belongs.ownerKey().columns())))
                : Optional.empty();
    }

    private static List<String> names(List<? extends Column<?, ?>> columns) {
        return columns.stream().map(Column::databaseName).toList();
    }
}
