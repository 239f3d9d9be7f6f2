package dev.ilana.cli.tinker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.tinker.Answer.One;
import dev.ilana.cli.tinker.Answer.Several;
import dev.ilana.model.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as JSON, each a document in one line. */
final class Documents {

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** An array of several values; null for none. */
    String text(Answer answer) {
        if (answer instanceof Several several) {
            return written(plain(several.values()));
        }
        return written(answer instanceof One one ? plain(one.value()) : null);
    }

    private String written(@Nullable Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new CommandFailedException("can't be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Of maps, lists, texts, numbers and booleans, all the way down. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Model<?> model) {
            return model.jsonValue();
        } else if (value == null
                || value instanceof JsonNode
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof byte[]) {
            return value;
        }
        Map<String, @Nullable Object> row = Values.row(value);
        if (row != null) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            row.forEach((key, one) -> object.put(key, plain(one)));
            return object;
        }
        Collection<? extends @Nullable Object> several = Values.several(value);
        return several == null ? value.toString() : list(several);
    }

    private static List<@Nullable Object> list(Collection<? extends @Nullable Object> several) {
        List<@Nullable Object> list = new ArrayList<>();
        several.forEach(one -> list.add(plain(one)));
        return list;
    }
}
