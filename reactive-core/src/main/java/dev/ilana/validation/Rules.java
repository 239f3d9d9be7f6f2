package dev.ilana.validation;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.query.Query;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The common rules. All but {@link #required} let null pass, so that a column may be left out. */
public final class Rules {

    /** One {@code @} with a name before and a domain with a dot behind it: more can only be known by sending a message. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");

    private static final int MAX_EMAIL = 254;

    private Rules() {}

    /** Neither null nor, for text, blank; nor, for a collection, empty. */
    public static <T> Rule<T> required() {
        return (value, subject) -> isThere(value) ? Mono.empty() : Mono.just("is required");
    }

    private static boolean isThere(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return !text.toString().isBlank();
        }
        return value instanceof Collection<?> collection ? !collection.isEmpty() : value != null;
    }

    /** Text of so many characters, both included; a character is a code point, so an emoji is one. */
    public static Rule<String> length(int least, int most) {
        if (least < 0 || most < least) {
            throw new InvalidUsageException("no text has " + least + " to " + most + " characters");
        }
        return Rule.of(
                text -> within(text.codePointCount(0, text.length()), least, most),
                "must have " + least + " to " + most + " characters");
    }

    public static Rule<String> minLength(int least) {
        return Rule.of(
                text -> text.codePointCount(0, text.length()) >= least, "must have at least " + least + " characters");
    }

    public static Rule<String> maxLength(int most) {
        return Rule.of(
                text -> text.codePointCount(0, text.length()) <= most, "must have at most " + most + " characters");
    }

    private static boolean within(int count, int least, int most) {
        return count >= least && count <= most;
    }

    /** A number between the two, both included. */
    public static <N extends Number> Rule<N> range(Number least, Number most) {
        BigDecimal low = exact(least);
        BigDecimal high = exact(most);
        if (low.compareTo(high) > 0) {
            throw new InvalidUsageException("no number is between " + least + " and " + most);
        }
        return number(
                number -> number.compareTo(low) >= 0 && number.compareTo(high) <= 0,
                "must be between " + least + " and " + most);
    }

    public static <N extends Number> Rule<N> min(Number least) {
        BigDecimal low = exact(least);
        return number(number -> number.compareTo(low) >= 0, "must be at least " + least);
    }

    public static <N extends Number> Rule<N> max(Number most) {
        BigDecimal high = exact(most);
        return number(number -> number.compareTo(high) <= 0, "must be at most " + most);
    }

    /** What is no number, or infinite, is in no range. */
    private static <N extends Number> Rule<N> number(Predicate<BigDecimal> good, String words) {
        return Rule.of(number -> isFinite(number) && good.test(exact(number)), words);
    }

    private static boolean isFinite(Number number) {
        boolean isFloating = number instanceof Double || number instanceof Float;
        return !isFloating || Double.isFinite(number.doubleValue());
    }

    private static BigDecimal exact(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    /** Text that the whole pattern matches. */
    public static Rule<String> pattern(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return Rule.of(text -> pattern.matcher(text).matches(), "must match " + regex);
    }

    /** The form of an e-mail address: a name, {@code @}, and a domain; at most 254 characters (RFC 5321, 4.5.3.1.3). */
    public static Rule<String> email() {
        return Rule.of(
                text -> text.length() <= MAX_EMAIL && EMAIL.matcher(text).matches(), "must be an e-mail address");
    }

    /** One of these. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Rule<T> in(T... values) {
        Set<T> allowed = Set.copyOf(List.of(values));
        return Rule.of(allowed::contains, "must be one of " + List.of(values));
    }

    /** That no other row of the table has the value. Two that are stored at once pass both: a unique index stops the second. */
    public static <T> Rule<T> unique() {
        return (value, subject) -> {
            if (value == null) {
                return Mono.empty();
            }
            Query same = subject.rows().where(subject.column(), subject.stored().apply(value));
            Query others = subject.key().isEmpty()
                    ? same
                    : same.whereNot(self -> {
                        Query row = self;
                        for (var part : subject.key().entrySet()) {
                            row = row.where(part.getKey(), part.getValue());
                        }
                        return row;
                    });
            return others.exists().flatMap(taken -> taken ? Mono.just("is taken") : Mono.empty());
        };
    }

    /** That a row of that table has the value in that column. */
    public static <T> Rule<T> exists(String table, String column) {
        Query rows = Query.table(table);
        return (value, subject) -> value == null
                ? Mono.empty()
                : subject.elsewhere(rows)
                        .where(column, subject.stored().apply(value))
                        .exists()
                        .flatMap(there -> there ? Mono.empty() : Mono.just("names no " + table + " row"));
    }
}
