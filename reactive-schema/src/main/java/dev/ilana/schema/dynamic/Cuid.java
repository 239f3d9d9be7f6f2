package dev.ilana.schema.dynamic;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keys that start with a letter and don't collide between machines, of both versions.
 *
 * @see <a href="https://github.com/paralleldrive/cuid">CUID</a>
 * @see <a href="https://github.com/paralleldrive/cuid2">CUID2</a>
 */
final class Cuid {

    private static final int BASE = 36;
    private static final int BLOCK = 4;
    private static final int BLOCK_VALUES = BASE * BASE * BASE * BASE;
    private static final int SECOND_LENGTH = 24;
    private static final int SALT_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicInteger COUNTER = new AtomicInteger(RANDOM.nextInt(BLOCK_VALUES));
    /** What tells this program from others. */
    private static final String FINGERPRINT = block(RANDOM.nextInt(BLOCK_VALUES));

    private Cuid() {}

    /** The time, a counter, what tells programs apart, and chance: 25 characters, later ones behind earlier ones. */
    static String first() {
        return "c" + Long.toString(System.currentTimeMillis(), BASE) + block(count()) + FINGERPRINT + chance()
                + chance();
    }

    /** A digest of all that: 24 characters that tell nothing. */
    static String second() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        MessageDigest digest = sha3();
        digest.update(salt);
        byte[] hash = digest.digest(
                (System.currentTimeMillis() + ":" + count() + FINGERPRINT).getBytes(StandardCharsets.US_ASCII));
        char letter = (char) ('a' + RANDOM.nextInt('z' - 'a' + 1));
        // The first character of a great number is not as random as the others.
        return letter + new BigInteger(1, hash).toString(BASE).substring(1, SECOND_LENGTH);
    }

    private static int count() {
        return COUNTER.getAndUpdate(last -> (last + 1) % BLOCK_VALUES);
    }

    private static String chance() {
        return block(RANDOM.nextInt(BLOCK_VALUES));
    }

    private static String block(int value) {
        String digits = Integer.toString(value, BASE);
        return "0".repeat(BLOCK - digits.length()) + digits;
    }

    private static MessageDigest sha3() {
        try {
            return MessageDigest.getInstance("SHA3-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java since 9 has SHA3-512", e);
        }
    }
}
