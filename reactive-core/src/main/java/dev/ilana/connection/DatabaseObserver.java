package dev.ilana.connection;

import dev.ilana.sql.Sql;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Follows statements and transactions from their beginning to their end, for traces, which need to know of both. Who wants
 * to know of the end alone takes a {@link QueryListener} or a {@link TransactionListener}; the same rules hold here.
 */
public interface DatabaseObserver {

    /** A statement is about to be sent. What is given is told of its end, once. */
    QueryListener beforeQuery(Start start);

    /** A transaction, or a savepoint within one, is about to begin. What is given is told of its end. */
    Span beforeTransaction(TransactionListener.Scope scope);

    /** A transaction on its way. */
    interface Span extends TransactionListener {

        /** What the work of the transaction finds in its Context. */
        Context within(Context context);
    }

    /**
     * A statement about to be sent.
     *
     * @param sql its text, with markers in place of values
     * @param operation {@code select insert update delete merge copy}; {@code other} for what is none of these
     * @param system the name of the database product: {@code postgresql}
     * @param connection the name of the database it is for
     * @param transaction the number of its transaction; null outside of one
     * @param context the Reactor Context of its chain
     */
    record Start(
            String sql,
            String operation,
            String system,
            String connection,
            @Nullable Long transaction,
            ContextView context) {

        static Start of(Sql sql, Database database, @Nullable Long transaction, ContextView context) {
            return new Start(sql.text(), Operation.of(sql), database.system(), database.name(), transaction, context);
        }

        /** Without what the Context has. */
        @Override
        public String toString() {
            return sql;
        }
    }
}
