package dev.ilana.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ilana.error.AttributeNotLoadedException;
import dev.ilana.error.RelationNotLoadedException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes one model, and what is loaded with it, as a map. */
final class Serializer {

    private final boolean forJson;
    /** How many times each model is being written, one inside the other. */
    private final IdentityHashMap<Model<?>, Integer> depths = new IdentityHashMap<>();

    private Serializer(boolean forJson) {
        this.forJson = forJson;
    }

    /** By the names of the attributes, with their values in Java. */
    static Map<String, @Nullable Object> toMap(Model<?> model) {
        return new Serializer(false).write(model);
    }

    /** By their names in JSON, with values that any JSON library knows; what none of them is stays as it is. */
    static Map<String, @Nullable Object> toJson(Model<?> model) {
        return new Serializer(true).write(model);
    }

    private <M extends Model<M>> Map<String, @Nullable Object> write(Model<M> model) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        int depth = depths.merge(model, 1, Integer::sum);
        writeColumns(model, map);
        model.attributes().extras().forEach((name, value) -> {
            if (model.shows(name, true)) {
                put(map, model, name, value);
            }
        });
        // Inside itself a model is without relations; an accessor may lead back to it too, but only once.
        if (depth <= 2) {
            writeAccessors(model.self(), map);
        }
        if (depth == 1) {
            writeRelations(model, map);
        }
        depths.put(model, depth - 1);
        return map;
    }

    private <M extends Model<M>> void writeColumns(Model<M> model, Map<String, @Nullable Object> map) {
        for (Column<M, ?> column : model.table().columns()) {
            if (!model.attributes().isAbsent(column.ordinal()) && model.shows(column.name(), !column.isHidden())) {
                Object value = model.attributes().get(column.ordinal());
                put(map, model, column.name(), forJson && value != null ? column.json(value) : value);
            }
        }
    }

    private <M extends Model<M>> void writeAccessors(M model, Map<String, @Nullable Object> map) {
        for (Accessor<M, ?> accessor : model.table().accessors().values()) {
            if (model.shows(accessor.name(), accessor.isAppended())) {
                try {
                    put(map, model, accessor.name(), accessor.valueIn(model));
                } catch (AttributeNotLoadedException | RelationNotLoadedException e) {
                    // Like a column that was not read, unless it was asked for on this very model.
                    if (model.shows(accessor.name(), false)) {
                        throw e;
                    }
                }
            }
        }
    }

    private <M extends Model<M>> void writeRelations(Model<M> model, Map<String, @Nullable Object> map) {
        for (Loadable<M, ?> relation : model.table().relations().values()) {
            if (model.relationLoaded(relation) && model.shows(relation.name(), true)) {
                put(map, model, relation.name(), model.get(relation));
            }
        }
    }

    private void put(Map<String, @Nullable Object> map, Model<?> model, String name, @Nullable Object value) {
        map.put(forJson ? model.table().jsonName(name) : name, written(value));
    }

    private @Nullable Object written(@Nullable Object value) {
        if (value instanceof Model<?> model) {
            return write(model);
        } else if (value instanceof Collection<?> collection) {
            return list(collection);
        } else if (value instanceof Map<?, ?> entries) {
            Map<Object, @Nullable Object> map = new LinkedHashMap<>();
            entries.forEach((key, each) -> map.put(forJson ? String.valueOf(plain(key)) : key, written(each)));
            return map;
        } else if (forJson && value instanceof Object[] array) {
            return list(Arrays.asList(array));
        }
        return forJson ? plain(value) : value;
    }

    private List<@Nullable Object> list(Collection<?> values) {
        List<@Nullable Object> list = new ArrayList<>(values.size());
        values.forEach(value -> list.add(written(value)));
        return list;
    }

    /** Jackson 2 knows no java.time without a module, 2 and 3 don't agree on enums, and neither knows the other's nodes. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof UUID uuid) {
            return uuid.toString();
        } else if (value instanceof TemporalAccessor time) {
            return iso(time);
        } else if (value instanceof TemporalAmount amount) {
            return amount.toString();
        } else if (value instanceof JsonNode node) {
            return Jackson.plain(node);
        }
        return value;
    }

    private static String iso(TemporalAccessor time) {
        if (time instanceof Instant) {
            return DateTimeFormatter.ISO_INSTANT.format(time);
        } else if (time instanceof LocalDateTime) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        } else if (time instanceof LocalTime) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        } else if (time instanceof OffsetDateTime || time instanceof ZonedDateTime) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        } else if (time instanceof OffsetTime) {
            return DateTimeFormatter.ISO_OFFSET_TIME.format(time);
        }
        return time.toString();
    }
}
