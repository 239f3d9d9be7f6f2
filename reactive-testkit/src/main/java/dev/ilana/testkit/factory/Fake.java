package dev.ilana.testkit.factory;

import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/**
 * Made-up data for one model: all that Datafaker has, and numbers. It is only for the function that it is given to.
 */
public final class Fake extends Faker {

    private final Sequences global;
    private Sequences sequences = new Sequences();
    private int index;

    Fake(Locale locale, Random random, Sequences global) {
        super(locale, random);
        this.global = global;
    }

    void at(Sequences ofFactory, int place) {
        sequences = ofFactory;
        index = place;
    }

    /** The next number of this factory, from 1. */
    public long sequence() {
        return sequence("");
    }

    /** The next number that this factory has under the key, from 1; no other model of the JVM gets the same from it. */
    public long sequence(String key) {
        return sequences.next(key);
    }

    /** The next number of all factories, from 1. */
    public long globalSequence() {
        return globalSequence("");
    }

    /** The next number that all factories have under the key, from 1. */
    public long globalSequence(String key) {
        return global.next(key);
    }

    /** Which of its times the model is, from 0; among those of the same parent, where it is made for one. */
    public int index() {
        return index;
    }
}
