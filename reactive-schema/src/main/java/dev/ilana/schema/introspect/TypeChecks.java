package dev.ilana.schema.introspect;

import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.TextRules;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks that hold columns to their types, where a type does not. They are known by what they check and not by
 * their names, which stay when a column or table is renamed.
 */
record TypeChecks(List<CheckDefinition> checks) {

    /** The words of an enumeration are kept in text of this length. */
    private static final Varchar WORDS = new Varchar(255);

    private static final Pattern CAST = Pattern.compile("::[a-z ]+(\\(\\d+\\))?(\\[\\])?");
    private static final Pattern NOISE = Pattern.compile("[()\"`\\[\\],\\s]+");
    private static final Pattern LENGTH = Pattern.compile("octet_length (\\S+) <= (\\d+)");

    static TypeChecks of(List<CheckDefinition> checks) {
        return new TypeChecks(checks);
    }

    /** The column with all that its type is. */
    PresentColumn applied(ColumnDefinition column) {
        for (CheckDefinition check : checks) {
            ColumnType type = typeBy(check, column.name(), column.type());
            if (type != null) {
                // JSON that is kept as text has the alphabet of JSON.
                ColumnDefinition typed = column.withType(type);
                return type == Plain.JSON
                        ? new PresentColumn(typed.withText(TextRules.NONE), null)
                        : new PresentColumn(typed, check.name());
            }
        }
        return new PresentColumn(column, null);
    }

    /** True when the check only says what the column's type, read with the checks, says already. */
    boolean isTypeCheck(CheckDefinition check, ColumnDefinition column) {
        ColumnType declared = column.type();
        if (declared instanceof Integral integral && integral.unsigned()) {
            declared = new Integral(integral.size(), false);
        } else if (declared instanceof Enumeration) {
            declared = WORDS;
        } else if (declared instanceof Varbinary) {
            declared = Plain.BINARY;
        } else {
            return declared == Plain.JSON && isJsonCheck(check, column.name());
        }
        return column.type().equals(typeBy(check, column.name(), declared));
    }

    private static @Nullable ColumnType typeBy(CheckDefinition check, String column, ColumnType declared) {
        if (!(check.rule() instanceof Condition condition)) {
            return null;
        }
        String words = words(condition.sql());
        if (declared instanceof Integral integral && !integral.unsigned() && words.equals(column + " >= 0")) {
            return new Integral(integral.size(), true);
        }
        if (declared.equals(WORDS) && isOneOfWords(words, column)) {
            return Enumeration.of(SqlText.STANDARD.literals(condition.sql()));
        }
        Matcher length = LENGTH.matcher(words.toLowerCase(Locale.ROOT));
        if (declared == Plain.BINARY && length.matches() && length.group(1).equalsIgnoreCase(column)) {
            return new Varbinary(Integer.parseInt(length.group(2)));
        }
        return declared == Plain.LONG_TEXT && isJsonCheck(check, column) ? Plain.JSON : null;
    }

    /** MariaDB keeps JSON as text, checked. */
    private static boolean isJsonCheck(CheckDefinition check, String column) {
        return check.rule() instanceof Condition condition
                && words(condition.sql()).equals("json_valid " + column);
    }

    private static boolean isOneOfWords(String words, String column) {
        return words.matches(Pattern.quote(column) + " (= |IN |= ANY ARRAY )\\?( \\?)*");
    }

    /** The condition without the quotes, parentheses and casts that a catalog shows it with, and with ? for text. */
    private static String words(String sql) {
        String plain = CAST.matcher(SqlText.STANDARD.withoutLiterals(sql)).replaceAll("");
        return NOISE.matcher(plain).replaceAll(" ").strip();
    }
}
