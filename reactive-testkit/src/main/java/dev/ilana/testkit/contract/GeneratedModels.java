package dev.ilana.testkit.contract;

import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.SetOf;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOrder;
import dev.ilana.schema.generate.ModelSource;
import dev.ilana.schema.generate.ModelSources;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.testkit.database.Runner;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The models that are written from a database, compiled without a warning, by the names of their tables.
 *
 * @param schema what the database is
 */
record GeneratedModels(
        Runner run,
        SchemaDefinition schema,
        List<ModelSource> sources,
        CompiledSources compiled,
        Map<String, ModelTable<?>> tables) {

    static final String PACKAGE = "made.models";

    /** Those of the database, and classes that use them. */
    static GeneratedModels of(Runner run, Map<String, String> users) {
        SchemaDefinition schema = run.get(Catalog.of(run.database()).schema());
        List<ModelSource> sources =
                ModelSources.of(schema, PACKAGE, run.database().dialect());
        Map<String, String> all = new LinkedHashMap<>(users);
        sources.forEach(source -> all.put(PACKAGE + "." + source.className(), source.source()));
        CompiledSources compiled = CompiledSources.of(all, "-Xlint:all", "-Werror");
        Map<String, ModelTable<?>> tables = new LinkedHashMap<>();
        for (ModelSource source : sources) {
            ModelTable<?> table = table(compiled.get(PACKAGE + "." + source.className()));
            tables.put(table.tableName().toString(), table);
        }
        return new GeneratedModels(run, schema, sources, compiled, tables);
    }

    private static ModelTable<?> table(Class<?> model) {
        return Arrays.stream(model.getDeclaredFields())
                .map(GeneratedModels::constant)
                .filter(ModelTable.class::isInstance)
                .map(constant -> (ModelTable<?>) constant)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Object constant(Field field) {
        try {
            return Modifier.isStatic(field.getModifiers()) ? field.get(null) : null;
        } catch (IllegalAccessException e) {
            throw new AssertionError(field + " can't be read", e);
        }
    }

    ModelTable<?> table(String name) {
        return Objects.requireNonNull(tables.get(name), () -> name + " of " + tables.keySet());
    }

    String source(String className) {
        return sources.stream()
                .filter(source -> source.className().equals(className))
                .map(ModelSource::source)
                .findFirst()
                .orElseThrow();
    }

    /** A row of each table that has a key, saved by its model; each references the rows before it where it has keys. */
    Map<String, Model<?>> saved() {
        Map<String, Model<?>> saved = new LinkedHashMap<>();
        for (TableDefinition definition : TableOrder.of(schema.tables()).tables()) {
            ModelTable<?> table = table(definition.name().toString());
            if (table.hasKey()) {
                Model<?> model = table.make();
                fill(model, definition, saved);
                save(model);
                saved.put(table.name(), model);
            }
        }
        return saved;
    }

    void save(Model<?> model) {
        Mono<?> saving = model.save();
        run.get(saving.map(Object::toString));
    }

    private void fill(Model<?> model, TableDefinition definition, Map<String, Model<?>> saved) {
        for (Column<?, ?> column : model.table().columns()) {
            boolean isMade = model.table().isKeyMadeByDatabase()
                    && model.table().primary().columns().contains(column);
            boolean isGone = column.name().equals("deleted_at");
            if (!isMade && !isGone && !column.isReadOnly()) {
                ColumnDefinition defined =
                        definition.column(column.databaseName()).orElseThrow();
                @Nullable Object value = definition.foreignKeys().stream()
                        .filter(key -> key.columns().contains(defined.name()))
                        .findFirst()
                        .map(key -> referenced(key, defined.name(), saved))
                        .orElseGet(() -> new Referenced(sample(defined.type(), model, column)))
                        .value();
                model.setAttribute(column.name(), value);
            }
        }
    }

    private record Referenced(@Nullable Object value) {}

    private static Referenced referenced(ForeignKeyDefinition key, String column, Map<String, Model<?>> saved) {
        Model<?> model = saved.get(key.referencedTable().name());
        String other = key.referencedColumns().get(key.columns().indexOf(column));
        return new Referenced(model == null ? null : model.getAttribute(other));
    }

    private Object sample(ColumnType type, Model<?> model, Column<?, ?> column) {
        if (type instanceof Enumeration words) {
            return enumOf(model, column)
                    .map(constants -> constants[0])
                    .orElse(words.values().get(0));
        } else if (type instanceof ArrayOf) {
            return new Object[] {"a", "b"};
        } else if (type instanceof Char text) {
            return "a".repeat(text.length());
        } else if (type instanceof SetOf words) {
            return words.values().get(0);
        } else if (type == Plain.INET) {
            return "10.0.0.1/32";
        }
        return switch (column.type()) {
            case BOOLEAN -> true;
            case SMALLINT, INTEGER, BIGINT -> 7;
            case REAL -> 0.5f;
            case DOUBLE -> 0.5;
            case DECIMAL -> new BigDecimal("1.50");
            case DATE -> LocalDate.of(2026, 11, 22);
            case TIME -> LocalTime.of(9, 30);
            case DATETIME -> LocalDateTime.of(2026, 11, 22, 9, 30);
            case INSTANT -> Instant.parse("2026-11-22T09:30:00Z");
            case UUID -> UUID.fromString("019a3f0e-5d2c-7cc3-98c4-dc0c0c07398f");
            case BINARY -> new byte[] {1, 2};
            case JSON -> Map.of("theme", "dark");
            default -> "text".substring(0, Math.min(4, Objects.requireNonNullElse(column.maxLength(), 4)));
        };
    }

    /** The constants of the enum that a model has for a column. */
    private static Optional<Object[]> enumOf(Model<?> model, Column<?, ?> column) {
        String name = column.name().replace("_", "");
        return Arrays.stream(model.getClass().getDeclaredClasses())
                .filter(Class::isEnum)
                .filter(type -> type.getSimpleName().equalsIgnoreCase(name))
                .findFirst()
                .map(Class::getEnumConstants);
    }

    /** The row, read again with all its relations. */
    Model<?> foundWithRelations(Model<?> model) {
        ModelTable<?> table = model.table();
        return read(table, Objects.requireNonNull(model.getKey()));
    }

    private <M extends Model<M>> M read(ModelTable<M> table, Object key) {
        return run.get(
                table.query().with(table.relationNames().toArray(String[]::new)).findOrFail(key));
    }
}
