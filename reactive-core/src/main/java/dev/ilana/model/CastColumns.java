package dev.ilana.model;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.ilana.cast.Cast;
import dev.ilana.cast.DurationCast;
import dev.ilana.cast.EncryptedCast;
import dev.ilana.cast.EncryptionKeys;
import dev.ilana.cast.EnumCast;
import dev.ilana.cast.JsonCast;
import dev.ilana.cast.Money;
import dev.ilana.cast.MoneyCast;
import dev.ilana.cast.Stored;
import dev.ilana.model.Selected.Function3;
import dev.ilana.model.Selected.Function4;
import dev.ilana.model.Selected.Function5;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The words of a {@link ModelTable} for columns whose values are not stored as they are.
 *
 * @param <M> the model
 */
public abstract class CastColumns<M extends Model<M>> {

    CastColumns() {}

    /** A column of any type there is a cast for. */
    public abstract <T> Column<M, T> column(String column, Cast<T, ?> cast);

    /** An object kept as JSON, by Jackson. */
    public final <T> Column<M, T> json(String column, Class<T> type) {
        return column(column, JsonCast.of(type));
    }

    /** The same for a type with parameters: {@code new TypeReference<Map<String, Prefs>>() {}}. */
    public final <T> Column<M, T> json(String column, TypeReference<T> type) {
        return column(column, JsonCast.of(type));
    }

    /** A list, kept as a JSON array. */
    public final <E> Column<M, List<E>> array(String column, Class<E> element) {
        return column(column, JsonCast.listOf(element));
    }

    /** An enum kept by the names of its constants. */
    public final <E extends Enum<E>> Column<M, E> enumeration(String column, Class<E> type) {
        return column(column, EnumCast.of(type));
    }

    /** An enum kept by a value of its constants: {@code enumeration("status", Status.class, Status::code)}. */
    public final <E extends Enum<E>, S> Column<M, E> enumeration(
            String column, Class<E> type, Function<? super E, ? extends S> code) {
        return column(column, EnumCast.by(type, code));
    }

    /** Money of the currency of that ISO 4217 code, kept as a whole number of its smallest unit. */
    public final Column<M, Money> money(String column, String currency) {
        return column(column, MoneyCast.in(currency));
    }

    /** A duration, kept as a whole number of nanoseconds; up to 292 years. */
    public final Column<M, Duration> duration(String column) {
        return column(column, DurationCast.in(ChronoUnit.NANOS));
    }

    /** A point in time, to the microsecond. The offset is not kept: it is read in UTC. */
    public final Column<M, OffsetDateTime> offsetDateTime(String column) {
        return column(
                column,
                Cast.of(
                        OffsetDateTime.class,
                        Stored.INSTANT,
                        instant -> instant.atOffset(ZoneOffset.UTC),
                        OffsetDateTime::toInstant));
    }

    /** Text, encrypted by the keys that the supplier has at the time. */
    public final Column<M, String> encrypted(String column, Supplier<EncryptionKeys> keys) {
        return column(column, EncryptedCast.text(keys));
    }

    /** What the cast would store, encrypted by the keys that the supplier has at the time. */
    public final <T> Column<M, T> encrypted(String column, Cast<T, ?> cast, Supplier<EncryptionKeys> keys) {
        return column(column, EncryptedCast.of(cast, keys));
    }

    // Values over several columns: composed(Address::new, STREET.from(Address::street), CITY.from(Address::city))

    /** A value over two columns. */
    @SuppressWarnings("unchecked") // here and below: each value was read from the column of its part
    public final <T, A, B> Composed<M, T> composed(
            BiFunction<? super A, ? super B, ? extends T> maker, Part<M, T, A> a, Part<M, T, B> b) {
        return new Composed<>(row -> maker.apply((A) row[0], (B) row[1]), List.of(a, b));
    }

    /** A value over three columns. */
    @SuppressWarnings("unchecked")
    public final <T, A, B, C> Composed<M, T> composed(
            Function3<? super A, ? super B, ? super C, ? extends T> maker,
            Part<M, T, A> a,
            Part<M, T, B> b,
            Part<M, T, C> c) {
        return new Composed<>(row -> maker.apply((A) row[0], (B) row[1], (C) row[2]), List.of(a, b, c));
    }

    /** A value over four columns. */
    @SuppressWarnings("unchecked")
    public final <T, A, B, C, D> Composed<M, T> composed(
            Function4<? super A, ? super B, ? super C, ? super D, ? extends T> maker,
            Part<M, T, A> a,
            Part<M, T, B> b,
            Part<M, T, C> c,
            Part<M, T, D> d) {
        return new Composed<>(row -> maker.apply((A) row[0], (B) row[1], (C) row[2], (D) row[3]), List.of(a, b, c, d));
    }

    /** A value over five columns. */
    @SuppressWarnings("unchecked")
    public final <T, A, B, C, D, E> Composed<M, T> composed(
            Function5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends T> maker,
            Part<M, T, A> a,
            Part<M, T, B> b,
            Part<M, T, C> c,
            Part<M, T, D> d,
            Part<M, T, E> e) {
        return new Composed<>(
                row -> maker.apply((A) row[0], (B) row[1], (C) row[2], (D) row[3], (E) row[4]), List.of(a, b, c, d, e));
    }
}
