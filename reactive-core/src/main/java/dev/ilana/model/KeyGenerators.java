package dev.ilana.model;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.github.f4b6a3.ulid.UlidCreator;
import java.util.UUID;

/** Keys that are made before a row is stored, and grow with time. */
final class KeyGenerators {

    private static final NoArgGenerator UUIDS = Generators.timeBasedEpochGenerator();

    private KeyGenerators() {}

    static UUID uuid() {
        return UUIDS.generate();
    }

    static String ulid() {
        return UlidCreator.getMonotonicUlid().toString();
    }
}
