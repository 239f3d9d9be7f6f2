package dev.ilana.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.sql.SqlType;

/** An object, stored as the JSON that Jackson makes of it. */
final class JsonCast<T> implements Cast<T> {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final JavaType type;

    JsonCast(Class<T> type) {
        this.type = MAPPER.constructType(type);
    }

    @Override
    public SqlType type() {
        return SqlType.JSON;
    }

    @Override
    public Class<?> javaType() {
        return type.getRawClass();
    }

    @Override
    public T get(Object stored) {
        try {
            return MAPPER.readValue((String) stored, type);
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the JSON, which is data.
            throw new TypeMismatchException(
                    "stored JSON", "JSON of a " + type.getRawClass().getName(), stored);
        }
    }

    @Override
    public Object set(T value) {
        return write(value);
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new TypeMismatchException("a JSON column", "what Jackson can write", value);
        }
    }
}
