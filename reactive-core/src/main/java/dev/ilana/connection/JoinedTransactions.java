package dev.ilana.connection;

import dev.ilana.connection.OuterTransactions.End;
import dev.ilana.connection.OuterTransactions.OuterTransaction;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The transactions of a framework that statements of a database have joined. */
final class JoinedTransactions {

    private final @Nullable OuterTransactions outer;
    private final Database database;
    private final ResultCache cache;
    /** By identity of the framework's, and for as long as that is there. */
    private final Map<Object, Transaction> joined = Collections.synchronizedMap(new WeakHashMap<>());
    /** The Context key of the one that is no longer the innermost. */
    private final Object passedOver = new Object();

    JoinedTransactions(@Nullable OuterTransactions outer, Database database, ResultCache cache) {
        this.outer = outer;
        this.database = database;
        this.cache = cache;
    }

    /** The transaction that is innermost in the Context: the framework's, or ours, where that was begun within it. */
    @Nullable Transaction innermost(ContextView context, @Nullable Transaction ours) {
        OuterTransaction found = outer == null ? null : outer.in(context);
        return found == null || found.identity() == context.getOrDefault(passedOver, null)
                ? ours
                : joined.computeIfAbsent(found.identity(), unused -> join(found, context));
    }

    /** A Context in which the framework's transaction of now is not the innermost. */
    Context passingOver(Context context) {
        OuterTransaction found = outer == null ? null : outer.in(context);
        return found == null ? context : context.put(passedOver, found.identity());
    }

    private Transaction join(OuterTransaction found, ContextView context) {
        Transaction transaction = Transaction.of(
                new WholeTransaction(
                        database.servers().primary(), found.connection(), new Held(null), TransactionOptions.DEFAULT),
                database,
                context);
        found.whenEnded(end -> ended(transaction, end));
        return transaction;
    }

    private Mono<Void> ended(Transaction transaction, End end) {
        WholeTransaction whole = transaction.whole();
        Mono<Void> last = transaction.ending(connection -> Mono.fromRunnable(() -> note(transaction, end)));
        Mono<Void> forgotten = whole.writes().isEmpty()
                ? last
                : cache.afterwards(last, whole.writes().tables());
        return forgotten
                .then(Mono.defer(() -> end == End.COMMITTED
                        ? whole.afterwards().committed()
                        : whole.afterwards().rolledBack()))
                .contextWrite(database.chain()::outside);
    }

    private static void note(Transaction transaction, End end) {
        switch (end) {
            case COMMITTED -> {
                transaction.outcome().keep();
                transaction.observed().committed();
            }
            case ROLLED_BACK -> transaction.takenBack(null);
            case UNKNOWN ->
                transaction.observed().outcomeUnknown(new IllegalStateException("the framework can't tell"));
        }
    }
}
