package dev.ilana.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ilana.error.TypeMismatchException;

/** Values as JSON text. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the value.
            throw new TypeMismatchException("JSON to look for", "what Jackson can write", value);
        }
    }
}
