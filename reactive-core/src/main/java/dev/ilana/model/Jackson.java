package dev.ilana.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ilana.error.TypeMismatchException;
import org.jspecify.annotations.Nullable;

/** JSON of values that are plain already: those of {@link Serializer}. */
final class Jackson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Jackson() {}

    /** The value as JSON text. */
    static String text(Object value, String where) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            // Its message quotes the value.
            throw new TypeMismatchException(where, "what Jackson can write", value);
        }
    }

    /** What is in the node, as maps, lists and plain values. */
    static @Nullable Object plain(JsonNode node) {
        return MAPPER.convertValue(node, Object.class);
    }
}
