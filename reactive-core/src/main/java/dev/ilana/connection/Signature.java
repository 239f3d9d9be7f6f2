package dev.ilana.connection;

import dev.ilana.error.InvalidConfigurationException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key by which a database knows again what it gave to its users: HMAC-SHA256. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    private Signature(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** A key of its own, which nobody else has and which ends with the program. */
    static Signature random() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return new Signature(key);
    }

    /** @throws InvalidConfigurationException for what is not 32 bytes in Base64 */
    static Signature of(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Its message quotes a character of the key.
            key = new byte[0];
        }
        if (key.length != KEY_BYTES) {
            throw new InvalidConfigurationException(
                    "the key of cursors is not 32 bytes in Base64; make one by: openssl rand -base64 32");
        }
        return new Signature(key);
    }

    byte[] sign(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no HMAC-SHA256", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Signature";
    }
}
