package dev.ilana.cast;

import dev.ilana.error.InvalidConfigurationException;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an {@link EncryptedCast}, each of 256 bits and with an id that is stored beside what it encrypted: one that
 * encrypts, and those before it, which only decrypt. What is encrypted is never shown, nor are they.
 */
public final class EncryptionKeys {

    private static final int KEY_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final String current;
    private final Map<String, SecretKey> keys;

    private EncryptionKeys(String current, Map<String, SecretKey> keys) {
        this.current = current;
        this.keys = Collections.unmodifiableMap(keys);
    }

    /**
     * A key that encrypts.
     *
     * @param id letters, digits, {@code _} and {@code -}; never another key's
     * @param base64 32 random bytes, as {@code openssl rand -base64 32} writes them
     * @throws InvalidConfigurationException for another id, or another length
     */
    public static EncryptionKeys of(String id, String base64) {
        return new EncryptionKeys(id, with(Map.of(), id, base64));
    }

    /**
     * These, and a key from before that still decrypts.
     *
     * @throws InvalidConfigurationException when there is one of that id already, or it is no key
     */
    public EncryptionKeys withPrevious(String id, String base64) {
        return new EncryptionKeys(current, with(keys, id, base64));
    }

    String current() {
        return current;
    }

    /** The key of that id; null when there is none. */
    @Nullable SecretKey find(String id) {
        return keys.get(id);
    }

    Set<String> ids() {
        return keys.keySet();
    }

    private static Map<String, SecretKey> with(Map<String, SecretKey> before, String id, String base64) {
        if (!ID.matcher(id).matches()) {
            throw new InvalidConfigurationException(
                    "the id of an encryption key is 1 to 64 letters, digits, \"_\" or \"-\"");
        }
        if (before.containsKey(id)) {
            throw new InvalidConfigurationException("there are two encryption keys of the id \"" + id + "\"");
        }
        Map<String, SecretKey> keys = new LinkedHashMap<>(before);
        keys.put(id, key(id, base64));
        return keys;
    }

    private static SecretKey key(String id, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Its message quotes a character of the key.
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            throw new InvalidConfigurationException("the encryption key \"" + id
                    + "\" is not 32 bytes in Base64; make one by: openssl rand -base64 32");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** The ids, and no key. */
    @Override
    public String toString() {
        return "EncryptionKeys" + keys.keySet();
    }
}
