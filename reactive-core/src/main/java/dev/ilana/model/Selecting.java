package dev.ilana.model;

import java.util.List;

/**
 * The words that ask for values instead of models, checked by the compiler: {@code select(NAME, EMAIL).as(UserSummary::new)}.
 * What else the query is to say comes before them.
 *
 * @param <M> the model
 */
public interface Selecting<M extends Model<M>> {

    /** The query over all there is here. */
    ModelQuery<M> query();

    /** The values of one field. */
    default <A> Projection<A> select(Field<M, A> a) {
        return new Projection<>(query(), List.of(a), row -> row[0]);
    }

    /** The values of two fields, to be made into something. */
    default <A, B> Selected.Of2<A, B> select(Field<M, A> a, Field<M, B> b) {
        return new Selected.Of2<>(new Selected<>(query(), List.of(a, b)));
    }

    /** The values of three fields, to be made into something. */
    default <A, B, C> Selected.Of3<A, B, C> select(Field<M, A> a, Field<M, B> b, Field<M, C> c) {
        return new Selected.Of3<>(new Selected<>(query(), List.of(a, b, c)));
    }

    /** The values of four fields, to be made into something. */
    default <A, B, C, D> Selected.Of4<A, B, C, D> select(Field<M, A> a, Field<M, B> b, Field<M, C> c, Field<M, D> d) {
        return new Selected.Of4<>(new Selected<>(query(), List.of(a, b, c, d)));
    }

    /** The values of five fields, to be made into something. */
    default <A, B, C, D, E> Selected.Of5<A, B, C, D, E> select(
            Field<M, A> a, Field<M, B> b, Field<M, C> c, Field<M, D> d, Field<M, E> e) {
        return new Selected.Of5<>(new Selected<>(query(), List.of(a, b, c, d, e)));
    }

    /** The values of six fields, to be made into something. */
    default <A, B, C, D, E, F> Selected.Of6<A, B, C, D, E, F> select(
            Field<M, A> a, Field<M, B> b, Field<M, C> c, Field<M, D> d, Field<M, E> e, Field<M, F> f) {
        return new Selected.Of6<>(new Selected<>(query(), List.of(a, b, c, d, e, f)));
    }

    /** The values of seven fields, to be made into something. */
    default <A, B, C, D, E, F, G> Selected.Of7<A, B, C, D, E, F, G> select(
            Field<M, A> a, Field<M, B> b, Field<M, C> c, Field<M, D> d, Field<M, E> e, Field<M, F> f, Field<M, G> g) {
        return new Selected.Of7<>(new Selected<>(query(), List.of(a, b, c, d, e, f, g)));
    }

    /** The values of eight fields, to be made into something. */
    default <A, B, C, D, E, F, G, H> Selected.Of8<A, B, C, D, E, F, G, H> select(
            Field<M, A> a,
            Field<M, B> b,
            Field<M, C> c,
            Field<M, D> d,
            Field<M, E> e,
            Field<M, F> f,
            Field<M, G> g,
            Field<M, H> h) {
        return new Selected.Of8<>(new Selected<>(query(), List.of(a, b, c, d, e, f, g, h)));
    }
}
