package dev.ilana.connection;

import io.r2dbc.spi.Connection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** The transaction of one attempt, from its BEGIN to the giving back of its connection. */
final class Begun {

    private static final Logger LOG = LoggerFactory.getLogger(Begun.class);

    private final Beginning beginning;
    private final TransactionOptions options;
    private final Connections connections;
    private final Held held;
    private final Database database;
    private final ContextView context;
    private @Nullable Transaction transaction;

    /**
     * @param connections those that its connection is one of
     * @param context that of the chain
     */
    Begun(
            Beginning beginning,
            TransactionOptions options,
            Connections connections,
            Database database,
            ContextView context) {
        this.beginning = beginning;
        this.options = options;
        this.connections = connections;
        this.held = new Held(connections.heldIn(context));
        this.database = database;
        this.context = context;
    }

    /** Of its connection, from which on there is the transaction. */
    Lease<Transaction> lease() {
        return connections.lease(context, connection -> Mono.just(on(connection)));
    }

    private Transaction on(Connection connection) {
        Transaction created =
                Transaction.of(new WholeTransaction(connections, connection, held, options), database, context);
        transaction = created;
        return created;
    }

    /** Sends BEGIN. What ends the transaction waits for it, whoever lets go of it. */
    Mono<Void> begin(ErrorTranslator errors) {
        return transaction().beginning(beginning::on).onErrorMap(error -> errors.ofStatement(error, null));
    }

    Transaction transaction() {
        return Objects.requireNonNull(transaction, "no connection yet");
    }

    /** {@link #release} after a COMMIT. */
    Mono<Void> releaseWell(Connection connection) {
        ProvenConnection.prove(connection);
        return release(connection);
    }

    /** Gives the connection back as it was before, or else for good, when the transaction has ended. */
    Mono<Void> release(Connection connection) {
        return beginning.setsSession()
                ? beginning
                        .undo(connection)
                        .onErrorResume(error -> {
                            LOG.debug(
                                    "a session could not be set back, its connection is closed: {}",
                                    error.getClass().getName());
                            return Connections.discard(connection);
                        })
                        .then(Mono.defer(() -> givenBack(connection)))
                : givenBack(connection);
    }

    private Mono<Void> givenBack(Connection connection) {
        held.giveBack();
        return transaction().whole().changesSession()
                ? connections.retire(connection)
                : connections.giveBack(connection);
    }
}
