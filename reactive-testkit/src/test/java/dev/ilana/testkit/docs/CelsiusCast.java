package dev.ilana.testkit.docs;

import dev.ilana.cast.Cast;
import dev.ilana.cast.Stored;

/** A temperature, stored as its degrees. */
// tag::cast
public final class CelsiusCast implements Cast<Celsius, Double> {
    @Override
    public Stored<Double> stored() {
        return Stored.DOUBLE;
    }

    @Override
    public Class<Celsius> javaType() {
        return Celsius.class;
    }

    @Override
    public Celsius get(Double degrees) {
        return new Celsius(degrees);
    }

    @Override
    public Double set(Celsius temperature) {
        return temperature.degrees();
    }
}
// end::cast
