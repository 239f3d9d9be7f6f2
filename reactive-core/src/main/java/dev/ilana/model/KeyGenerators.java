package dev.ilana.model;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.github.f4b6a3.ulid.UlidCreator;
import java.util.UUID;

/** Keys that are made before a row is stored, and grow with time. */
public final class KeyGenerators {

    private static final NoArgGenerator UUIDS = Generators.timeBasedEpochGenerator();

    private KeyGenerators() {}

    /** A UUID of version 7 (RFC 9562, 5.7). */
    public static UUID uuid() {
        return UUIDS.generate();
    }

    /** A ULID of 26 characters. */
    public static String ulid() {
        return UlidCreator.getMonotonicUlid().toString();
    }
}
