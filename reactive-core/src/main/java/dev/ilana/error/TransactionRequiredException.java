package dev.ilana.error;

/** What makes sense in a transaction only was done outside of one. */
public final class TransactionRequiredException extends IlanaException {

    public TransactionRequiredException(String what) {
        super(what + " needs a transaction: wrap the work in DB.transaction(...), and keep it in one chain, as"
                + " subscribe(), toFuture() and block() lose the Context");
    }
}
