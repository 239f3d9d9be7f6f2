package dev.ilana.connection;

import dev.ilana.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** All who want to know what a database does. */
record Observers(
        List<Harmless<QueryListener>> queries,
        List<Harmless<TransactionListener>> transactions,
        List<Harmless<DatabaseObserver>> both) {

    static final Observers NONE = new Observers(List.of(), List.of(), List.of());

    Observers with(QueryListener listener) {
        return new Observers(added(queries, listener), transactions, both);
    }

    Observers with(TransactionListener listener) {
        return new Observers(queries, added(transactions, listener), both);
    }

    Observers with(DatabaseObserver observer) {
        return new Observers(queries, transactions, added(both, observer));
    }

    /** Beside those that there are, what writes to the log. */
    Observers with(LogSettings log) {
        Observers all = this;
        if (log.sql()) {
            SqlLog each = new SqlLog(log.bindings());
            all = all.with((QueryListener) each).with((TransactionListener) each);
        }
        return log.slow() == null ? all : all.with(new SlowQueryLog(log.slow(), log.bindings()));
    }

    private static <L> List<Harmless<L>> added(List<Harmless<L>> others, L listener) {
        return Stream.concat(others.stream(), Stream.of(new Harmless<>(listener)))
                .toList();
    }

    /** Whether somebody is to be told of statements. */
    boolean hearQueries() {
        return !queries.isEmpty() || !both.isEmpty();
    }

    /** A statement that begins now. */
    ObservedQuery begin(Sql sql, Database database, @Nullable Long transaction, ContextView context) {
        List<ObservedQuery.Hearer> hearers = new ArrayList<>(queries.size() + both.size());
        for (Harmless<QueryListener> listener : queries) {
            hearers.add(new ObservedQuery.Hearer(listener, listener.listener()));
        }
        if (!both.isEmpty()) {
            DatabaseObserver.Start start = DatabaseObserver.Start.of(sql, database, transaction, context);
            for (Harmless<DatabaseObserver> observer : both) {
                QueryListener following = observer.ask(asked -> asked.beforeQuery(start));
                if (following != null) {
                    hearers.add(new ObservedQuery.Hearer(observer, following));
                }
            }
        }
        return new ObservedQuery(sql, database.name(), transaction, context, hearers);
    }

    /** A transaction, or a savepoint within one, that begins now. */
    ObservedTransaction begin(long id, int depth, Database database, ContextView context) {
        if (transactions.isEmpty() && both.isEmpty()) {
            return ObservedTransaction.UNHEARD;
        }
        TransactionListener.Scope scope =
                new TransactionListener.Scope(id, depth, database.name(), database.system(), context);
        List<ObservedTransaction.Hearer> hearers = new ArrayList<>(transactions.size() + both.size());
        for (Harmless<TransactionListener> listener : transactions) {
            hearers.add(new ObservedTransaction.Hearer(listener, listener.listener()));
        }
        for (Harmless<DatabaseObserver> observer : both) {
            DatabaseObserver.Span span = observer.ask(asked -> asked.beforeTransaction(scope));
            if (span != null) {
                hearers.add(new ObservedTransaction.Hearer(observer, span));
            }
        }
        return ObservedTransaction.started(scope, hearers);
    }
}
