package dev.ilana.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a value is told from others by, where values that a database holds for the same are to be the same. */
final class ValueKey {

    private ValueKey() {}

    /** Equal for values that are the same: exact numbers of one amount, arrays of the same elements. */
    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger) {
            return new BigDecimal(value.toString()).stripTrailingZeros();
        } else if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        } else if (value instanceof Object[] array) {
            return Arrays.stream(array).map(ValueKey::of).toList();
        } else if (value instanceof List<?> parts) {
            return parts.stream().map(ValueKey::of).toList();
        }
        return value;
    }

    /** What a model is told from others by: its key; while it has none, itself. */
    static Object of(Model<?> model) {
        Object key = of(model.getKey());
        return key == null ? model : key;
    }
}
