package dev.ilana.model;

import dev.ilana.sql.SqlType;

/**
 * How a column's value in Java becomes what is stored, and back. Nulls never reach a cast.
 *
 * @param <T> the value in Java
 */
public interface Cast<T> {

    /** The type that is stored; {@link #get} and {@link #set} speak its {@link SqlType#javaType()}. */
    SqlType type();

    /** The class of the values in Java. */
    Class<?> javaType();

    /** The value in Java of a stored one. */
    T get(Object stored);

    /** What to store for a value in Java. */
    Object set(T value);
}
