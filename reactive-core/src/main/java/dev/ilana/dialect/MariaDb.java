package dev.ilana.dialect;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** MariaDB by io.asyncer r2dbc-mysql: MySQL but for a few words. Error codes: MariaDB error code reference. */
final class MariaDb extends MySql {

    /** "Record has changed since last read": under snapshot isolation the transaction must start again. */
    private static final int RECORD_CHANGED = 1020;

    MariaDb() {
        super(
                "MariaDB",
                new MariaDbGrammar(),
                EnumSet.of(Capability.RETURNING, Capability.KEYS_OF_MANY, Capability.SEQUENCE));
    }

    @Override
    public @Nullable String mistakenFor(String serverVersion) {
        return serverVersion.contains("MariaDB") ? null : "MySQL";
    }

    @Override
    public ErrorKind classify(@Nullable String sqlState, int code) {
        return code == RECORD_CHANGED ? ErrorKind.SERIALIZATION_FAILURE : super.classify(sqlState, code);
    }
}
