package dev.ilana.schema.definition;

import dev.ilana.error.InvalidNameException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The alphabet of a text and the order it is sorted and compared in.
 *
 * @param charset null for that of the table or database
 * @param collation null for that of the table or database
 */
public record TextRules(@Nullable String charset, @Nullable String collation) {

    /** Nothing of its own. */
    public static final TextRules NONE = new TextRules(null, null);

    /** Names such as {@code utf8mb4_unicode_ci}, {@code C.utf8}, {@code en-US-x-icu} and {@code de_DE@euro}. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.@-]{0,62}");

    public TextRules {
        check(charset);
        check(collation);
    }

    public TextRules withCharset(@Nullable String name) {
        return new TextRules(name, collation);
    }

    public TextRules withCollation(@Nullable String name) {
        return new TextRules(charset, name);
    }

    private static void check(@Nullable String name) {
        if (name != null && !NAME.matcher(name).matches()) {
            throw new InvalidNameException(name);
        }
    }
}
