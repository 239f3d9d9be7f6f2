package dev.ilana.dialect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A list of values as one JSON array, for the databases that take no array. */
final class JsonText {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private JsonText() {}

    static String of(List<Value> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
        for (Value each : values) {
            Object value = each.value();
            if (value instanceof Boolean flag) {
                array.add(flag ? 1 : 0);
            } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
                array.add(((Number) value).longValue());
            } else if (each.type() == SqlType.INSTANT && value instanceof Instant instant) {
                array.add(DATE_TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
            } else if (value instanceof LocalDateTime time) {
                array.add(DATE_TIME.format(time));
            } else {
                // Numbers with a fraction too: as text they keep every digit.
                array.add(String.valueOf(value));
            }
        }
        return array.toString();
    }
}
