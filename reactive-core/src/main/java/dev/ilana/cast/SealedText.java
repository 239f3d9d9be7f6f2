package dev.ilana.cast;

import dev.ilana.error.DecryptionException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Text encrypted by AES-256-GCM: {@code ilana1:key id:Base64 of IV, ciphertext and tag}. It is authenticated with the place
 * it is for and the key's id, so that it can be read nowhere else.
 */
final class SealedText {

    private static final String VERSION = "ilana1";
    private static final Pattern FORMAT = Pattern.compile(VERSION + ":([A-Za-z0-9_-]{1,64}):([A-Za-z0-9_-]+)");
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A table and a column. */
    record Place(String table, String column) {
        @Override
        public String toString() {
            return table + "." + column;
        }
    }

    private SealedText() {}

    static String seal(String text, EncryptionKeys keys, Place place) {
        String id = keys.current();
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer sealed =
                ByteBuffer.allocate(IV_BYTES + plain.length + TAG_BYTES).put(iv);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key(keys, id, place), iv, place, id);
            sealed.put(cipher.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no AES-256-GCM", e);
        }
        return VERSION + ":" + id + ":" + encoded(sealed.array());
    }

    /**
     * What was sealed.
     *
     * @throws DecryptionException when it can't be had, whatever the reason
     */
    static String open(String stored, EncryptionKeys keys, Place place) {
        Matcher parts = FORMAT.matcher(stored);
        if (!parts.matches()) {
            throw new DecryptionException(place + " holds what is no encrypted value");
        }
        String id = parts.group(1);
        byte[] sealed = decoded(parts.group(2), place);
        byte[] iv = Arrays.copyOf(sealed, IV_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key(keys, id, place), iv, place, id);
            return new String(cipher.doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES), StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new DecryptionException(
                    place + " was changed since it was encrypted, or was encrypted for another column"
                            + " or with another key of the id \"" + id + "\"");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no AES-256-GCM", e);
        }
    }

    private static SecretKey key(EncryptionKeys keys, String id, Place place) {
        SecretKey key = keys.find(id);
        if (key == null) {
            throw new DecryptionException(place + " was encrypted with the key \"" + id + "\", which is not among "
                    + keys.ids() + "; add it by withPrevious");
        }
        return key;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] iv, Place place, String id)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
        // No name has a zero in it, so no two places make the same text.
        cipher.updateAAD(
                String.join("\0", VERSION, place.table(), place.column(), id).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Only the text that {@link #encoded} writes: the last character has bits that mean nothing. */
    private static byte[] decoded(String text, Place place) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length >= IV_BYTES + TAG_BYTES && encoded(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Cut off within four characters; said below.
        }
        throw new DecryptionException(place + " holds an encrypted value that was cut off or changed");
    }
}
