package dev.ilana.error;

import java.time.Duration;

/** A transaction took longer than its options allow. It is rolled back; COMMIT was never sent. */
public final class TransactionTimeoutException extends IlanaException {

    public TransactionTimeoutException(Duration timeout) {
        super("the transaction took longer than " + timeout.toMillis() + " ms and is rolled back");
    }
}
