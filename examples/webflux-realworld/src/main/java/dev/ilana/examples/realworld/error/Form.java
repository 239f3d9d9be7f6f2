package dev.ilana.examples.realworld.error;

import dev.ilana.error.ValidationException;
import dev.ilana.model.Column;
import dev.ilana.model.ModelTable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was sent, by name. What nobody asks for is passed over, and what is wrong ends in a 422. */
public final class Form {

    private final Map<String, @Nullable Object> values;

    private Form(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** The form of that name in a body: {@code {"article": {…}}}; one without values when there is none. */
    public static Form of(Map<String, @Nullable Map<String, @Nullable Object>> body, String name) {
        Map<String, @Nullable Object> values = body.get(name);
        return new Form(values == null ? Map.of() : values);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The text of that name, which must be there. */
    public String text(String name) {
        if (values.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong(Map.of(name, List.of("is required")));
    }

    /** The texts of that name; none when there are none. */
    public List<String> texts(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw wrong(Map.of(name, List.of("must be a list of texts")));
    }

    /** What of it the columns of that table take from outside. */
    public Map<String, @Nullable Object> fillable(ModelTable<?> table) {
        Map<String, @Nullable Object> taken = new HashMap<>();
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (Column<?, ?> column : table.columns()) {
            if (!column.isFillable() || !values.containsKey(column.name())) {
                continue;
            }
            Object value = values.get(column.name());
            if (value == null && !column.isNullable()) {
                missing.put(column.name(), List.of("is required"));
            }
            taken.put(column.name(), value);
        }
        if (!missing.isEmpty()) {
            throw wrong(missing);
        }
        return taken;
    }

    private static ValidationException wrong(Map<String, List<String>> failures) {
        return new ValidationException("form", failures);
    }
}
