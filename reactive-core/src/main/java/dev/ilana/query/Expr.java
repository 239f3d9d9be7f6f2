package dev.ilana.query;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.Arithmetic;
import dev.ilana.sql.Call;
import dev.ilana.sql.Constant;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Raw;
import dev.ilana.sql.SubSelect;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An expression by column names, for queries without models: {@code Expr.sum("price").as("total")}. The names are looked up
 * by the query that it is given to.
 */
public final class Expr implements Selectable {

    private final Function<Function<String, Expression>, Expression> expression;

    private Expr(Function<Function<String, Expression>, Expression> expression) {
        this.expression = expression;
    }

    public static Expr column(String name) {
        return new Expr(columns -> columns.apply(name));
    }

    /** A bound value. */
    public static Expr value(@Nullable Object value) {
        Value bound = Value.of(value);
        return new Expr(columns -> bound);
    }

    /** SQL as it is, with a value for each {@code ?}: never put a user's text into it. */
    public static Expr raw(String sql, @Nullable Object... values) {
        Raw raw = Raw.of(sql, values);
        return new Expr(columns -> raw);
    }

    /** The one value that a query of one column finds; null when it finds no row. */
    public static Expr of(Subquery query) {
        return new Expr(columns -> new SubSelect(query.asSelect()));
    }

    // Over the rows of a group

    /** How many rows. */
    public static Expr count() {
        return new Expr(columns -> new Aggregate(Aggregate.Function.COUNT, null));
    }

    /** How many rows where the column is not null. */
    public static Expr count(String column) {
        return aggregate(Aggregate.Function.COUNT, column);
    }

    /** How many different values, null not counted. */
    public static Expr countDistinct(String column) {
        return new Expr(columns -> Aggregate.countDistinct(columns.apply(column)));
    }

    public static Expr sum(String column) {
        return aggregate(Aggregate.Function.SUM, column);
    }

    public static Expr avg(String column) {
        return aggregate(Aggregate.Function.AVG, column);
    }

    public static Expr min(String column) {
        return aggregate(Aggregate.Function.MIN, column);
    }

    public static Expr max(String column) {
        return aggregate(Aggregate.Function.MAX, column);
    }

    private static Expr aggregate(Aggregate.Function function, String column) {
        return new Expr(columns -> new Aggregate(function, columns.apply(column)));
    }

    // Of one row

    public static Expr lower(String column) {
        return call(Call.Function.LOWER, column);
    }

    public static Expr upper(String column) {
        return call(Call.Function.UPPER, column);
    }

    /** How many characters. */
    public static Expr length(String column) {
        return call(Call.Function.LENGTH, column);
    }

    public static Expr abs(String column) {
        return call(Call.Function.ABS, column);
    }

    /** The column, or the value where the column is null. */
    public static Expr coalesce(String column, Object instead) {
        Value bound = Value.of(instead);
        return new Expr(columns -> new Call(Call.Function.COALESCE, List.of(columns.apply(column), bound)));
    }

    public Expr plus(Number number) {
        return arithmetic(Arithmetic.Operation.PLUS, number);
    }

    public Expr minus(Number number) {
        return arithmetic(Arithmetic.Operation.MINUS, number);
    }

    public Expr times(Number number) {
        return arithmetic(Arithmetic.Operation.TIMES, number);
    }

    private Expr arithmetic(Arithmetic.Operation operation, Number number) {
        Value bound = Value.of(number);
        return new Expr(columns -> new Arithmetic(expression.apply(columns), operation, bound));
    }

    // Over a window: to be followed by over(...)

    /** The number of the row in its window, counted from 1. */
    public static Expr rowNumber() {
        return call(Call.Function.ROW_NUMBER);
    }

    /** The rank of the row, with gaps after equal ones. */
    public static Expr rank() {
        return call(Call.Function.RANK);
    }

    /** The rank of the row, without gaps. */
    public static Expr denseRank() {
        return call(Call.Function.DENSE_RANK);
    }

    /** Which of so many parts of about equal size the row is in. */
    public static Expr ntile(int parts) {
        if (parts < 1) {
            throw new InvalidUsageException("ntile needs at least one part, but has " + parts);
        }
        return new Expr(columns -> new Call(Call.Function.NTILE, List.of(new Constant(parts))));
    }

    /** The column so many rows before; null where there is none. */
    public static Expr lag(String column, int rows) {
        return offset(Call.Function.LAG, column, rows);
    }

    /** The column so many rows after; null where there is none. */
    public static Expr lead(String column, int rows) {
        return offset(Call.Function.LEAD, column, rows);
    }

    public static Expr firstValue(String column) {
        return call(Call.Function.FIRST_VALUE, column);
    }

    /** The last of the frame, which without {@code rowsBetween} ends at the row itself. */
    public static Expr lastValue(String column) {
        return call(Call.Function.LAST_VALUE, column);
    }

    /** This over a window: {@code rowNumber().over(w -> w.partitionBy("kind").orderByDesc("age"))}. */
    public Expr over(UnaryOperator<Window> window) {
        Window described = window.apply(Window.ALL);
        return new Expr(columns -> described.over(expression.apply(columns), columns));
    }

    private static Expr offset(Call.Function function, String column, int rows) {
        if (rows < 0) {
            throw new InvalidUsageException("a number of rows must not be negative, but is " + rows);
        }
        return new Expr(columns -> new Call(function, List.of(columns.apply(column), new Constant(rows))));
    }

    private static Expr call(Call.Function function, String... names) {
        return new Expr(columns -> {
            List<Expression> arguments = new ArrayList<>();
            Arrays.stream(names).map(columns).forEach(arguments::add);
            return new Call(function, arguments);
        });
    }

    @Override
    public Expression resolve(Function<String, Expression> columns) {
        return expression.apply(columns);
    }
}
