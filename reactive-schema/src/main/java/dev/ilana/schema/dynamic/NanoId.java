package dev.ilana.schema.dynamic;

import java.security.SecureRandom;

/**
 * Short random keys.
 *
 * @see <a href="https://github.com/ai/nanoid">Nano ID</a>
 */
final class NanoId {

    private static final String ALPHABET = "useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict";
    private static final int USUAL_LENGTH = 21;
    private static final int BITS = 63;

    private static final SecureRandom RANDOM = new SecureRandom();

    private NanoId() {}

    static String usual() {
        return of(USUAL_LENGTH);
    }

    static String of(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        StringBuilder id = new StringBuilder(length);
        for (byte each : bytes) {
            id.append(ALPHABET.charAt(each & BITS));
        }
        return id.toString();
    }
}
