package dev.ilana.testkit.contract;

import dev.ilana.connection.Database;
import dev.ilana.connection.DatabaseBuilder;
import dev.ilana.connection.PoolSettings;
import dev.ilana.connection.QueryListener;
import dev.ilana.connection.TransactionListener;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A second way to a test's database, of which everything that is told is kept. */
final class Watched implements TransactionListener {

    private final List<QueryListener.Query> queries = new CopyOnWriteArrayList<>();
    private final List<String> transactions = new CopyOnWriteArrayList<>();
    private final Database database;

    private Watched(DatabaseBuilder builder) {
        this.database = builder.withName("watched")
                .withListener(queries::add)
                .withTransactionListener(this)
                .build();
    }

    static Watched on(Runner run) {
        return on(run, builder -> builder);
    }

    static Watched on(Runner run, UnaryOperator<DatabaseBuilder> more) {
        return by(more.apply(Database.builder(run.url()).withPool(PoolSettings.DEFAULT.withMaxSize(1))));
    }

    static Watched by(DatabaseBuilder builder) {
        return new Watched(builder);
    }

    Database database() {
        return database;
    }

    List<QueryListener.Query> queries() {
        return queries;
    }

    /** What was told of transactions: {@code started 0}, with the depth. */
    List<String> transactions() {
        return transactions;
    }

    @Override
    public void started(Scope scope) {
        transactions.add("started " + scope.depth());
    }

    @Override
    public void committed(Scope scope, Duration duration) {
        transactions.add("committed " + scope.depth());
    }

    @Override
    public void rolledBack(Scope scope, Duration duration, @Nullable Throwable cause) {
        transactions.add("rolled back " + scope.depth());
    }

    @Override
    public void outcomeUnknown(Scope scope, Duration duration, Throwable cause) {
        transactions.add("unknown " + scope.depth());
    }
}
