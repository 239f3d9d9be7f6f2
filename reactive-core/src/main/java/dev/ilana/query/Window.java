package dev.ilana.query;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Order;
import dev.ilana.sql.Order.Direction;
import dev.ilana.sql.Over;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows around a row that a function looks at; all of them, until something is said. Immutable. */
public final class Window {

    static final Window ALL = new Window(List.of(), List.of(), null);

    private final List<Selectable> partition;
    private final List<Sorted> orders;
    private final Over.@Nullable Frame frame;

    private record Sorted(Selectable key, Direction direction) {}

    private Window(List<Selectable> partition, List<Sorted> orders, Over.@Nullable Frame frame) {
        this.partition = partition;
        this.orders = orders;
        this.frame = frame;
    }

    /** Of the rows that have the same values in these columns. */
    public Window partitionBy(String... columns) {
        return partitionBy(Arrays.stream(columns).map(Expr::column).toArray(Selectable[]::new));
    }

    public Window partitionBy(Selectable... keys) {
        List<Selectable> all = new ArrayList<>(partition);
        all.addAll(List.of(keys));
        return new Window(List.copyOf(all), orders, frame);
    }

    public Window orderBy(String column) {
        return orderBy(Expr.column(column));
    }

    public Window orderByDesc(String column) {
        return orderByDesc(Expr.column(column));
    }

    public Window orderBy(Selectable key) {
        return sorted(key, Direction.ASC);
    }

    public Window orderByDesc(Selectable key) {
        return sorted(key, Direction.DESC);
    }

    private Window sorted(Selectable key, Direction direction) {
        List<Sorted> all = new ArrayList<>(orders);
        all.add(new Sorted(key, direction));
        return new Window(partition, List.copyOf(all), frame);
    }

    /**
     * Only from so many rows before the row to so many after it; null is without an end, and a negative number on the other
     * side of the row: {@code rowsBetween(null, 0)} is all up to the row itself.
     *
     * @throws InvalidUsageException when it ends before it begins
     */
    public Window rowsBetween(@Nullable Integer before, @Nullable Integer after) {
        if (before != null && after != null && -(long) before > after) {
            throw new InvalidUsageException(
                    "a window from " + before + " rows before to " + after + " after ends before it begins");
        }
        return new Window(partition, orders, new Over.Frame(wide(before), wide(after)));
    }

    private static @Nullable Long wide(@Nullable Integer rows) {
        return rows == null ? null : rows.longValue();
    }

    /** The function over this window. For the expressions of models and of names alike. */
    public Expression over(Expression function, Function<String, Expression> columns) {
        return new Over(
                function,
                partition.stream().map(key -> key.resolve(columns)).toList(),
                orders.stream()
                        .map(sorted -> new Order(sorted.key().resolve(columns), sorted.direction()))
                        .toList(),
                frame);
    }

    /** The window that the words describe. */
    public static Window described(java.util.function.UnaryOperator<Window> words) {
        return words.apply(ALL);
    }
}
