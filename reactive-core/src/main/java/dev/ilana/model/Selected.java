package dev.ilana.model;

import java.util.List;
import java.util.function.BiFunction;

/**
 * The fields that a query selects, to be made into something: {@code select(NAME, EMAIL).as(UserSummary::new)}, where a
 * constructor of other types does not compile.
 */
@SuppressWarnings("unchecked") // each value was read by the field of its position
public final class Selected<M extends Model<M>> {

    private final ModelQuery<M> query;
    private final List<Field<M, ?>> fields;

    Selected(ModelQuery<M> query, List<Field<M, ?>> fields) {
        this.query = query;
        this.fields = fields;
    }

    private <R> Projection<R> as(java.util.function.Function<Object[], Object> maker) {
        return new Projection<>(query, fields, maker);
    }

    /** Two fields. */
    public record Of2<A, B>(Selected<?> fields) {

        /** What the function makes of each row; a null value is given to it as null. */
        public <R> Projection<R> as(BiFunction<? super A, ? super B, ? extends R> maker) {
            return fields.as(row -> maker.apply((A) row[0], (B) row[1]));
        }
    }

    /** A function of 3 values. */
    @FunctionalInterface
    public interface Function3<A, B, C, R> {
        R apply(A a, B b, C c);
    }

    /** Three fields. */
    public record Of3<A, B, C>(Selected<?> fields) {

        /** What the function makes of each row; a null value is given to it as null. */
        public <R> Projection<R> as(Function3<? super A, ? super B, ? super C, ? extends R> maker) {
            return fields.as(row -> maker.apply((A) row[0], (B) row[1], (C) row[2]));
        }
    }

    /** A function of 4 values. */
    @FunctionalInterface
    public interface Function4<A, B, C, D, R> {
        R apply(A a, B b, C c, D d);
    }

    /** Four fields. */
    public record Of4<A, B, C, D>(Selected<?> fields) {

        /** What the function makes of each row; a null value is given to it as null. */
        public <R> Projection<R> as(Function4<? super A, ? super B, ? super C, ? super D, ? extends R> maker) {
            return fields.as(row -> maker.apply((A) row[0], (B) row[1], (C) row[2], (D) row[3]));
        }
    }

    /** A function of 5 values. */
    @FunctionalInterface
    public interface Function5<A, B, C, D, E, R> {
        R apply(A a, B b, C c, D d, E e);
    }

    /** Five fields. */
    public record Of5<A, B, C, D, E>(Selected<?> fields) {

        /** What the function makes of each row; a null value is given to it as null. */
        public <R> Projection<R> as(
                Function5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends R> maker) {
            return fields.as(row -> maker.apply((A) row[0], (B) row[1], (C) row[2], (D) row[3], (E) row[4]));
        }
    }

    /** A function of 6 values. */
    @FunctionalInterface
    public interface Function6<A, B, C, D, E, F, R> {
        R apply(A a, B b, C c, D d, E e, F f);
    }

    /** Six fields. */
    public record Of6<A, B, C, D, E, F>(Selected<?> fields) {

        /** What the function makes of each row; a null value is given to it as null. */
        public <R> Projection<R> as(
                Function6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? extends R> maker) {
            return fields.as(
                    row -> maker.apply((A) row[0], (B) row[1], (C) row[2], (D) row[3], (E) row[4], (F) row[5]));
        }
    }

    /** A function of 7 values. */
    @FunctionalInterface
    public interface Function7<A, B, C, D, E, F, G, R> {
        R apply(A a, B b, C c, D d, E e, F f, G g);
    }

    /** Seven fields. */
    public record Of7<A, B, C, D, E, F, G>(Selected<?> fields) {

        /** What the function makes of each row; a null value is given to it as null. */
        public <R> Projection<R> as(
                Function7<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? extends R>
                        maker) {
            return fields.as(row ->
                    maker.apply((A) row[0], (B) row[1], (C) row[2], (D) row[3], (E) row[4], (F) row[5], (G) row[6]));
        }
    }

    /** A function of 8 values. */
    @FunctionalInterface
    public interface Function8<A, B, C, D, E, F, G, H, R> {
        R apply(A a, B b, C c, D d, E e, F f, G g, H h);
    }

    /** Eight fields. */
    public record Of8<A, B, C, D, E, F, G, H>(Selected<?> fields) {

        /** What the function makes of each row; a null value is given to it as null. */
        public <R> Projection<R> as(
                Function8<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
                                ? extends R>
                        maker) {
            return fields.as(row -> maker.apply(
                    (A) row[0], (B) row[1], (C) row[2], (D) row[3], (E) row[4], (F) row[5], (G) row[6], (H) row[7]));
        }
    }
}
