package dev.ilana.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import org.jspecify.annotations.Nullable;

/** Values as JSON, to be looked for. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /**
     * The value as JSON; null is JSON's null.
     *
     * @throws TypeMismatchException when Jackson can't write it
     */
    public static Value of(@Nullable Object value) {
        try {
            return new Value(MAPPER.writeValueAsString(value), SqlType.JSON);
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the value, which is not null: that it can write.
            throw new TypeMismatchException(
                    "JSON to look for", "what Jackson can write", value == null ? "null" : value);
        }
    }
}
