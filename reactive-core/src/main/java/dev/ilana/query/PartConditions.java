package dev.ilana.query;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.FullText;
import dev.ilana.sql.Criterion.JsonContains;
import dev.ilana.sql.Criterion.JsonContainsKey;
import dev.ilana.sql.DatePart;
import dev.ilana.sql.DatePart.Part;
import dev.ilana.sql.Expression;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.JsonLength;
import dev.ilana.sql.Operator;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words about what is inside a value: JSON, the parts of a date, the words of a text.
 *
 * @param <Q> what the words are said on; each call gives a new one
 */
public abstract class PartConditions<Q extends PartConditions<Q>> extends MembershipConditions<Q> {

    // JSON

    /**
     * Rows whose JSON, or what it has at the path, contains the value: an array an element, an object a part of itself.
     *
     * @param value a scalar, or a list or map of them; null is JSON's null
     */
    public final Q whereJsonContains(String column, @Nullable Object value) {
        return and(contains(column, value));
    }

    public final Q orWhereJsonContains(String column, @Nullable Object value) {
        return or(contains(column, value));
    }

    /** Rows whose JSON has something at the path, and that does not contain the value. */
    public final Q whereJsonDoesntContain(String column, @Nullable Object value) {
        return and(new Criterion.Not(contains(column, value)));
    }

    public final Q orWhereJsonDoesntContain(String column, @Nullable Object value) {
        return or(new Criterion.Not(contains(column, value)));
    }

    private Criterion contains(String column, @Nullable Object value) {
        Inside inside = inside(column);
        return new JsonContains(inside.json(), inside.path(), Json.of(value));
    }

    /** Rows whose JSON has something at the path, be it a JSON null: {@code whereJsonContainsKey("prefs->theme")}. */
    public final Q whereJsonContainsKey(String column) {
        return and(containsKey(column));
    }

    public final Q orWhereJsonContainsKey(String column) {
        return or(containsKey(column));
    }

    /** Rows whose JSON has nothing at the path, or is null. */
    public final Q whereJsonDoesntContainKey(String column) {
        return and(new Criterion.Not(containsKey(column)));
    }

    public final Q orWhereJsonDoesntContainKey(String column) {
        return or(new Criterion.Not(containsKey(column)));
    }

    private Criterion containsKey(String column) {
        Inside inside = inside(column);
        if (inside.path().isEmpty()) {
            throw new InvalidUsageException(
                    "whereJsonContainsKey needs a key behind the column: \"" + column + "->key\"");
        }
        return new JsonContainsKey(inside.json(), inside.path());
    }

    /** Rows whose JSON array has so many elements; none where there is no array. */
    public final Q whereJsonLength(String column, long length) {
        return whereJsonLength(column, "=", length);
    }

    /** Rows the number of whose JSON elements compares so. */
    public final Q whereJsonLength(String column, String operator, long length) {
        return and(length(column, operator, length));
    }

    public final Q orWhereJsonLength(String column, String operator, long length) {
        return or(length(column, operator, length));
    }

    private Criterion length(String column, String operator, long length) {
        Inside inside = inside(column);
        return new Comparison(
                new JsonLength(inside.json(), inside.path()), Operator.ofNumbers(operator), Value.of(length));
    }

    private Inside inside(String column) {
        Expression expression = column(column);
        if (expression instanceof JsonAt at) {
            return new Inside(at.json(), at.path());
        }
        requireJson(column);
        return new Inside(expression, List.of());
    }

    private void requireJson(String column) {
        SqlType type = type(column);
        if (type != null && type != SqlType.JSON) {
            throw new InvalidUsageException(column + " is no JSON, but " + type);
        }
    }

    private record Inside(Expression json, List<String> path) {}

    // Dates

    /** Rows whose date, in the time zone of the connection, is this one. */
    public final Q whereDate(String column, LocalDate date) {
        return whereDate(column, "=", date);
    }

    public final Q whereDate(String column, String operator, LocalDate date) {
        return and(part(Part.DATE, column, operator, date));
    }

    public final Q orWhereDate(String column, LocalDate date) {
        return orWhereDate(column, "=", date);
    }

    public final Q orWhereDate(String column, String operator, LocalDate date) {
        return or(part(Part.DATE, column, operator, date));
    }

    /** Rows whose time of day, in the time zone of the connection, is this one. */
    public final Q whereTime(String column, LocalTime time) {
        return whereTime(column, "=", time);
    }

    /** Rows whose time of day, in the time zone of the connection, compares so. */
    public final Q whereTime(String column, String operator, LocalTime time) {
        return and(part(Part.TIME, column, operator, time));
    }

    public final Q orWhereTime(String column, LocalTime time) {
        return orWhereTime(column, "=", time);
    }

    public final Q orWhereTime(String column, String operator, LocalTime time) {
        return or(part(Part.TIME, column, operator, time));
    }

    /** Rows of that day of the month, 1 to 31, in the time zone of the connection. */
    public final Q whereDay(String column, int day) {
        return whereDay(column, "=", day);
    }

    public final Q whereDay(String column, String operator, int day) {
        return and(part(Part.DAY, column, operator, within("day", day, 1, 31)));
    }

    public final Q orWhereDay(String column, int day) {
        return orWhereDay(column, "=", day);
    }

    public final Q orWhereDay(String column, String operator, int day) {
        return or(part(Part.DAY, column, operator, within("day", day, 1, 31)));
    }

    /** Rows of that month, 1 to 12, in the time zone of the connection. */
    public final Q whereMonth(String column, int month) {
        return whereMonth(column, "=", month);
    }

    public final Q whereMonth(String column, String operator, int month) {
        return and(part(Part.MONTH, column, operator, within("month", month, 1, 12)));
    }

    public final Q orWhereMonth(String column, int month) {
        return orWhereMonth(column, "=", month);
    }

    public final Q orWhereMonth(String column, String operator, int month) {
        return or(part(Part.MONTH, column, operator, within("month", month, 1, 12)));
    }

    /** Rows of that year, in the time zone of the connection. */
    public final Q whereYear(String column, int year) {
        return whereYear(column, "=", year);
    }

    public final Q whereYear(String column, String operator, int year) {
        return and(part(Part.YEAR, column, operator, year));
    }

    public final Q orWhereYear(String column, int year) {
        return orWhereYear(column, "=", year);
    }

    public final Q orWhereYear(String column, String operator, int year) {
        return or(part(Part.YEAR, column, operator, year));
    }

    private Criterion part(Part part, String column, String operator, Object value) {
        return new Comparison(
                DatePart.of(part, column(column), type(column), column), Operator.ofNumbers(operator), Value.of(value));
    }

    private static int within(String what, int number, int least, int most) {
        if (number < least || number > most) {
            throw new InvalidUsageException(
                    "a " + what + " is " + least + " to " + most + ", and " + number + " is none");
        }
        return number;
    }

    // Words

    /**
     * Rows that have all of the words in the columns, by the database's own full-text search and index.
     *
     * @throws dev.ilana.error.UnsupportedFeatureException at the run, where the database can't ({@code FULL_TEXT})
     */
    public final Q whereFullText(Collection<String> columns, String words) {
        return whereFullText(columns, words, FullText.Mode.NATURAL, null);
    }

    public final Q orWhereFullText(Collection<String> columns, String words) {
        return orWhereFullText(columns, words, FullText.Mode.NATURAL, null);
    }

    /**
     * The same, read in that mode and by the rules of a language such as {@code english}, where the database knows
     * languages: PostgreSQL does.
     */
    public final Q whereFullText(
            Collection<String> columns, String words, FullText.Mode mode, @Nullable String language) {
        return and(fullText(columns, words, mode, language));
    }

    public final Q orWhereFullText(
            Collection<String> columns, String words, FullText.Mode mode, @Nullable String language) {
        return or(fullText(columns, words, mode, language));
    }

    private Criterion fullText(
            Collection<String> columns, String words, FullText.Mode mode, @Nullable String language) {
        if (columns.isEmpty()) {
            throw new InvalidUsageException("a full-text search needs at least one column");
        }
        return new FullText(columns.stream().map(this::column).toList(), words, mode, language);
    }

    /** A column, or what one of JSON has at the path that follows its name. */
    @Override
    protected final Expression column(String name) {
        int arrow = name.indexOf("->");
        if (arrow < 0) {
            return plainColumn(name);
        }
        List<String> path = JsonAt.path(name.substring(arrow + 2));
        if (path.contains("")) {
            throw new InvalidUsageException("a JSON path has a key behind each arrow, but this one has not: " + name);
        }
        String column = name.substring(0, arrow);
        Expression json = plainColumn(column);
        requireJson(column);
        return new JsonAt(json, path, SqlType.STRING);
    }

    /** The column of that name, which has no path. */
    protected abstract Expression plainColumn(String name);

    /** That of what JSON has at a path is whatever it is compared with. */
    @Override
    protected final @Nullable SqlType type(String column) {
        return column.contains("->") ? null : plainType(column);
    }

    /** How the values of that column, which has no path, are stored; null when only the database knows. */
    protected abstract @Nullable SqlType plainType(String name);
}
