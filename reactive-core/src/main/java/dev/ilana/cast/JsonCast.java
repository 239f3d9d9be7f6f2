package dev.ilana.cast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ilana.error.TypeMismatchException;
import java.util.List;

/**
 * An object, stored as the JSON that Jackson makes of it.
 *
 * @param <T> the class of the object
 */
public final class JsonCast<T> implements Cast<T, String> {

    /** With the modules there are, so that java.time is written where its module is; and then as text. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final ObjectMapper mapper;
    private final JavaType type;

    private JsonCast(ObjectMapper mapper, JavaType type) {
        this.mapper = mapper;
        this.type = type;
    }

    /** Objects of that class. */
    public static <T> JsonCast<T> of(Class<T> type) {
        return new JsonCast<>(MAPPER, MAPPER.constructType(type));
    }

    /** Objects of that type with its parameters: {@code new TypeReference<Map<String, Prefs>>() {}}. */
    public static <T> JsonCast<T> of(TypeReference<T> type) {
        return new JsonCast<>(MAPPER, MAPPER.constructType(type));
    }

    /** Lists of that class, as a JSON array. */
    public static <E> JsonCast<List<E>> listOf(Class<E> element) {
        return new JsonCast<>(MAPPER, MAPPER.getTypeFactory().constructCollectionType(List.class, element));
    }

    /** The same by a mapper of your own. */
    public JsonCast<T> with(ObjectMapper own) {
        return new JsonCast<>(own, type);
    }

    @Override
    public Stored<String> stored() {
        return Stored.JSON;
    }

    @Override
    public Class<?> javaType() {
        return type.getRawClass();
    }

    @Override
    public T get(String json) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the JSON, which is data.
            throw new TypeMismatchException("stored JSON", "JSON of a " + type.toCanonical(), json);
        }
    }

    @Override
    public String set(T value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            // Its message quotes the value.
            throw new TypeMismatchException("a JSON column", "what Jackson can write", value);
        }
    }

    /** Just as it is stored, whichever Jackson writes the model. */
    @Override
    public Object json(T value) {
        try {
            return mapper.convertValue(value, Object.class);
        } catch (IllegalArgumentException e) {
            throw new TypeMismatchException("JSON", "what Jackson can write", value);
        }
    }

    /** What Jackson makes the type of: an object of it, a map, a list; its elements are looked at too. */
    @Override
    @SuppressWarnings("unchecked") // the class is asked, and has no parameters
    public T accept(Object given, String where) {
        if (!type.hasGenericTypes() && type.getRawClass().isInstance(given)) {
            return (T) given;
        }
        try {
            return mapper.convertValue(given, type);
        } catch (IllegalArgumentException e) {
            throw new TypeMismatchException(where, type.toCanonical(), given);
        }
    }

    @Override
    public boolean isMutable() {
        return true;
    }
}
