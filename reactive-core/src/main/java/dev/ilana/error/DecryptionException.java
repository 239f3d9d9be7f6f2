package dev.ilana.error;

/**
 * A stored value that can't be decrypted: it was changed, belongs to another column, is no encrypted value at all, or was
 * encrypted with a key that isn't there. The message says which; it has neither the value nor a key.
 */
public final class DecryptionException extends IlanaException {

    public DecryptionException(String message) {
        super(message);
    }
}
