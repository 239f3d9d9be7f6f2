package dev.ilana.error;

/** A hook did not let a model be written, restored or deleted. Nothing was sent. */
public final class VetoException extends IlanaException {

    public VetoException(String reason) {
        super(reason);
    }
}
