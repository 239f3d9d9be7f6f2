package dev.ilana.schema.introspect;

import io.r2dbc.spi.Row;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of a catalog, every column of which was asked for as text. */
record CatalogRow(Row row) {

    /** What stands between the items of a list: no name and hardly a word has it. */
    static final char SEPARATOR = '\u001f';

    @Nullable String text(String column) {
        return row.get(column, String.class);
    }

    /** Text that is never null. */
    String word(String column) {
        String text = text(column);
        if (text == null) {
            throw new IllegalStateException("the catalog has no " + column);
        }
        return text;
    }

    /** A word of SQL, in capitals: some catalogs show those as the connection writes names. */
    String keyword(String column) {
        return word(column).toUpperCase(Locale.ROOT);
    }

    /** Null and the empty text are the same: no comment, no condition. */
    @Nullable String nonEmpty(String column) {
        String text = text(column);
        return text == null || text.isEmpty() ? null : text;
    }

    boolean yes(String column) {
        String text = text(column);
        return text != null && (text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("true"));
    }

    int number(String column) {
        return Integer.parseInt(word(column));
    }

    long longNumber(String column) {
        return Long.parseLong(word(column));
    }

    /** The items of a list; none for a null. */
    List<String> list(String column) {
        String text = text(column);
        return text == null ? List.of() : List.of(text.split(String.valueOf(SEPARATOR), -1));
    }
}
