package dev.ilana.connection;

import io.r2dbc.spi.Connection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.util.context.ContextView;

/**
 * Transactions that a framework begins and ends, for the statements of a {@link Database} to join: {@code
 * Database.builder(factory, dialect).withOuterTransactions(SpringTransactions.of(factory))}.
 */
@FunctionalInterface
public interface OuterTransactions {

    /** The innermost one of the Context; null where there is none. */
    @Nullable OuterTransaction in(ContextView context);

    /** How such a transaction ended. */
    enum End {
        COMMITTED,
        ROLLED_BACK,
        UNKNOWN
    }

    /** A transaction of a framework. */
    interface OuterTransaction {

        /** What it runs on, as the dialect's driver made it or wrapped. */
        Connection connection();

        /** The same object whenever the same transaction is found, and no longer there than it. */
        Object identity();

        /** Has the work done when it has ended, before whoever waits for its end goes on. */
        void whenEnded(Function<End, Publisher<Void>> work);
    }
}
