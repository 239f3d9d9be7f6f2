package dev.ilana.schema.introspect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a type as a catalog shows it: {@code numeric(8,2)}, {@code timestamp(6) with time zone}. */
record TypeName(String base, List<Integer> arguments) {

    private static final Pattern SHAPE = Pattern.compile("([a-z0-9_ ]+?)\\s*\\(([\\d, ]+)\\)\\s*(.*)");

    static TypeName of(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT).strip();
        Matcher matcher = SHAPE.matcher(lower);
        if (!matcher.matches()) {
            return new TypeName(lower, List.of());
        }
        String base = matcher.group(1) + (matcher.group(3).isEmpty() ? "" : " " + matcher.group(3));
        return new TypeName(
                base,
                Arrays.stream(matcher.group(2).split(","))
                        .map(text -> Integer.valueOf(text.strip()))
                        .toList());
    }

    /** The argument at that place; the other where there is none. */
    int argument(int index, int otherwise) {
        return index < arguments.size() ? arguments.get(index) : otherwise;
    }
}
