package dev.ilana.connection;

import io.r2dbc.spi.Connection;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** The transaction of one attempt, and its BEGIN, which is sent once and never cancelled. */
final class Begun {

    private final Database database;
    private final ContextView context;
    private @Nullable Transaction transaction;
    private Mono<Void> begin = Mono.empty();

    Begun(Database database, ContextView context) {
        this.database = database;
        this.context = context;
    }

    Transaction on(Connection connection, ErrorTranslator errors) {
        return on(connection, errors, Connection::beginTransaction);
    }

    /** The same, begun as the function says. */
    Transaction on(Connection connection, ErrorTranslator errors, Function<Connection, Publisher<Void>> beginning) {
        Transaction created = Transaction.on(connection, database, context);
        transaction = created;
        begin = created.inTurn(c -> Mono.from(beginning.apply(c)))
                .onErrorMap(error -> errors.ofStatement(error, null))
                .cache();
        return created;
    }

    Mono<Void> begin() {
        return begin;
    }

    Transaction transaction() {
        return Objects.requireNonNull(transaction, "no connection yet");
    }
}
