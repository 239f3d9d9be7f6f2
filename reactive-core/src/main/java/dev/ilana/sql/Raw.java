package dev.ilana.sql;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Markers.Found;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL that a user wrote, in pieces, with a bound value between each two. A {@code ?} is a value; {@code ??} is a question
 * mark, as some operators have one; inside quotes and comments it is text.
 */
public record Raw(List<String> pieces, List<Value> values) implements Expression {

    public Raw {
        pieces = List.copyOf(pieces);
        values = List.copyOf(values);
    }

    /**
     * The SQL with its values. Where MySQL reads quotes and comments otherwise than the standard, it is read as the number
     * of values says.
     *
     * @throws InvalidUsageException when there is not one value for each {@code ?}, or it can't be said which are meant
     * @throws dev.ilana.error.TypeMismatchException when a value is no scalar
     */
    public static Raw of(String sql, @Nullable Object... values) {
        return new Raw(
                pieces(sql, values.length), Arrays.stream(values).map(Value::of).toList());
    }

    private static List<String> pieces(String sql, int values) {
        Found standard = Markers.read(sql, Markers.Reading.STANDARD);
        Found mysql = Markers.read(sql, Markers.Reading.MYSQL);
        boolean isStandard = standard.pieces().size() == values + 1;
        boolean isMysql = mysql.pieces().size() == values + 1;
        if (!isStandard && !isMysql) {
            throw new InvalidUsageException("SQL with " + (standard.pieces().size() - 1) + " markers \"?\" was given "
                    + values + " values: " + sql);
        } else if (isStandard && isMysql && standard.open() != mysql.open()) {
            return standard.open() ? mysql.pieces() : standard.pieces();
        } else if (isStandard && isMysql && !standard.pieces().equals(mysql.pieces())) {
            throw new InvalidUsageException("MySQL finds other markers \"?\" in this SQL than other databases: write a"
                    + " quote inside quotes as two, and a comment between /* and */: " + sql);
        }
        return isStandard ? standard.pieces() : mysql.pieces();
    }
}
