package dev.ilana.testkit.docs;

import dev.ilana.cast.EncryptionKeys;
import java.util.Base64;
import java.util.Map;

/** The keys of the guide's application. */
final class Secrets {

    private static final Map<String, String> ENVIRONMENT = Map.of("KEY_2026", key((byte) 1), "KEY_2025", key((byte) 2));

    private Secrets() {}

    // tag::keys
    static EncryptionKeys keys() {
        return EncryptionKeys.of("2026", environment("KEY_2026")) // encrypts
                .withPrevious("2025", environment("KEY_2025")); // only decrypts
    }
    // end::keys

    private static String environment(String name) {
        return ENVIRONMENT.getOrDefault(name, "");
    }

    private static String key(byte every) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, every);
        return Base64.getEncoder().encodeToString(key);
    }
}
