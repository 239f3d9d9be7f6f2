package dev.ilana.error;

/** No connection can come: all of the pool are held by transactions that wait for another one of the same pool. */
public final class PoolStarvedException extends IlanaException {

    public PoolStarvedException(int connections, String where) {
        super(
                "all " + connections + " connections to " + where
                        + " are held by transactions that wait for one more: work that is REQUIRES_NEW or NOT_SUPPORTED, or a manual"
                        + " transaction, within a transaction. Give the pool more, or let the work be a part of the transaction");
    }
}
