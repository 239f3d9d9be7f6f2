package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type that one database has, by Prisma's name for it: {@code VarChar} in {@code @db.VarChar(255)}.
 *
 * @param scalar the type of the fields that can have it
 * @param fewest how many numbers it takes at least
 * @param most how many numbers it takes at most
 * @param type the column's type that it is with these numbers
 * @param numbers the numbers with which it is that column's type; empty for a type that it is not
 */
record NativeType(
        String name,
        Scalar scalar,
        int fewest,
        int most,
        Function<List<Integer>, ColumnType> type,
        Function<ColumnType, Optional<List<Integer>>> numbers) {

    /** One that takes no number. */
    static NativeType plain(String name, Scalar scalar, ColumnType type) {
        return new NativeType(
                name,
                scalar,
                0,
                0,
                none -> type,
                other -> type.equals(other) ? Optional.of(List.of()) : Optional.empty());
    }

    /** One that no other database has: the definition keeps it as this SQL. */
    static NativeType own(String name, Scalar scalar, String sql) {
        return plain(name, scalar, new Native(sql));
    }

    /** One of the database's own that takes a number in its SQL, which has the text {@code %d} for it. */
    static NativeType ownSized(String name, Scalar scalar, String sql) {
        Pattern shape = Pattern.compile(Pattern.quote(sql).replace("%d", "\\E(\\d{1,9})\\Q"));
        return new NativeType(name, scalar, 1, 1, given -> new Native(sql.formatted(given.get(0))), other -> {
            Matcher matcher = shape.matcher(other instanceof Native own ? own.sql() : "");
            return matcher.matches() ? Optional.of(List.of(Integer.valueOf(matcher.group(1)))) : Optional.empty();
        });
    }

    /** The same with another type where its number is left out. */
    NativeType orBare(ColumnType bare) {
        return new NativeType(
                name,
                scalar,
                0,
                most,
                given -> given.isEmpty() ? bare : type.apply(given),
                other -> other.equals(bare) ? Optional.of(List.of()) : numbers.apply(other));
    }

    static NativeType varchar(String name) {
        return sized(name, Scalar.STRING, Varchar::new, type -> type instanceof Varchar text ? text.length() : 0);
    }

    static NativeType character(String name) {
        return sized(name, Scalar.STRING, Char::new, type -> type instanceof Char text ? text.length() : 0);
    }

    static NativeType varbinary(String name) {
        return sized(name, Scalar.BYTES, Varbinary::new, type -> type instanceof Varbinary bytes ? bytes.length() : 0);
    }

    static NativeType integral(String name, Scalar scalar, Size size) {
        return plain(name, scalar, new Integral(size, false));
    }

    static NativeType unsigned(String name, Scalar scalar, Size size) {
        return plain(name, scalar, new Integral(size, true));
    }

    /** @param bare how many digits there are after the second where nobody says */
    static NativeType temporal(String name, Moment moment, int bare) {
        return new NativeType(
                name,
                Scalar.DATE_TIME,
                0,
                1,
                given -> new Temporal(moment, given.isEmpty() ? bare : given.get(0)),
                other -> other instanceof Temporal time && time.moment() == moment
                        ? Optional.of(List.of(time.precision()))
                        : Optional.empty());
    }

    /** @param bare what it is where nobody says how many digits */
    static NativeType decimal(String name, ColumnType bare) {
        return new NativeType(
                        name,
                        Scalar.DECIMAL,
                        1,
                        2,
                        given -> new Decimal(given.get(0), given.size() < 2 ? 0 : given.get(1)),
                        other -> other instanceof Decimal number
                                ? Optional.of(List.of(number.precision(), number.scale()))
                                : Optional.empty())
                .orBare(bare);
    }

    /** @param length 0 for a type that it is not */
    private static NativeType sized(
            String name, Scalar scalar, IntFunction<ColumnType> type, Function<ColumnType, Integer> length) {
        return new NativeType(name, scalar, 1, 1, given -> type.apply(given.get(0)), other -> {
            int size = length.apply(other);
            return size == 0 ? Optional.empty() : Optional.of(List.of(size));
        });
    }
}
