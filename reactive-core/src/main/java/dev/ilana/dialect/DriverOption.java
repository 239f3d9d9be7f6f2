package dev.ilana.dialect;

import java.util.List;

/**
 * An option of a driver and its value.
 *
 * @param names what the driver calls it; the first is the one to use, the others are heard too
 */
public record DriverOption(List<String> names, Object value) {

    static DriverOption of(Object value, String... names) {
        return new DriverOption(List.of(names), value);
    }

    /** The name to use. */
    public String name() {
        return names.get(0);
    }
}
