package dev.ilana.spring;

import dev.ilana.connection.OuterTransactions;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.r2dbc.connection.ConnectionHolder;
import org.springframework.transaction.reactive.TransactionContext;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The transactions of Spring's {@code R2dbcTransactionManager}, be they begun by {@code @Transactional} or a {@code
 * TransactionalOperator}. Needs {@code spring-r2dbc}.
 */
public final class SpringTransactions implements OuterTransactions {

    private final ConnectionFactory factory;

    private SpringTransactions(ConnectionFactory factory) {
        this.factory = factory;
    }

    /**
     * Those on connections of the factory: the one that the transaction manager was given, and the {@link
     * dev.ilana.connection.Database} too.
     */
    public static SpringTransactions of(ConnectionFactory factory) {
        return new SpringTransactions(factory);
    }

    /** As {@code TransactionContextManager} finds it, but at once. */
    @Override
    public @Nullable OuterTransaction in(ContextView context) {
        TransactionContext current = context.getOrDefault(TransactionContext.class, null);
        if (current == null) {
            return null;
        }
        TransactionSynchronizationManager manager = new TransactionSynchronizationManager(current);
        return manager.isActualTransactionActive() && manager.getResource(factory) instanceof ConnectionHolder holder
                ? new SpringTransaction(manager, holder)
                : null;
    }

    private record SpringTransaction(TransactionSynchronizationManager manager, ConnectionHolder holder)
            implements OuterTransaction {

        @Override
        public Connection connection() {
            return holder.getConnection();
        }

        @Override
        public Object identity() {
            return holder;
        }

        @Override
        public void whenEnded(Function<End, Publisher<Void>> work) {
            manager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public Mono<Void> afterCompletion(int status) {
                    return Mono.from(work.apply(
                            switch (status) {
                                case STATUS_COMMITTED -> End.COMMITTED;
                                case STATUS_ROLLED_BACK -> End.ROLLED_BACK;
                                default -> End.UNKNOWN;
                            }));
                }
            });
        }
    }
}
