package dev.ilana.connection;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What the Reactor Context of a chain says of a database: whether it is the one that is meant, and in which transaction of it
 * the chain is.
 */
final class ChainContext {

    /** The Context key of the database that a chain runs on, or of the {@link Tenants} whose tenant's it is. */
    private static final Object DATABASE = new Object();

    private final Database database;
    private final JoinedTransactions joined;
    private final @Nullable NPlusOneGuard guard;
    /** The Context key of this database's transaction. */
    private final Object transactionKey = new Object();

    ChainContext(Database database, JoinedTransactions joined, @Nullable NPlusOneGuard guard) {
        this.database = database;
        this.joined = joined;
        this.guard = guard;
    }

    /** The database that is meant: what the Context says, or else the default one. */
    static Database meant(ContextView context) {
        Object said = context.<@Nullable Object>getOrDefault(DATABASE, null);
        return said instanceof Tenants tenants
                ? tenants.in(context)
                : said == null ? Databases.defaultDatabase() : (Database) said;
    }

    /** The database that the Context says by itself; null when it says none. */
    private static @Nullable Database said(ContextView context) {
        Object said = context.<@Nullable Object>getOrDefault(DATABASE, null);
        return said instanceof Tenants tenants ? tenants.knownIn(context) : (Database) said;
    }

    /** Whether the database that is meant has a transaction there. */
    static boolean hasTransaction(ContextView context) {
        Database meant = context.hasKey(DATABASE) ? said(context) : Databases.defaultOrNull();
        return meant != null && meant.transactionIn(context) != null;
    }

    static Function<Context, Context> use(Tenants tenants) {
        return context -> ChainWrites.begin(context).put(DATABASE, tenants);
    }

    /** This database is meant, and chains are watched where that was asked for. */
    Context use(Context context) {
        Context watched = guard == null || QueryWatch.isOn(context)
                ? context
                : guard.watch().apply(context);
        return database.servers().chain(watched).put(DATABASE, database);
    }

    /** This database is meant, and the transaction. */
    Function<Context, Context> use(Transaction transaction) {
        return context -> {
            Context within = within(transaction).apply(context);
            return isMeant(within) ? within : within.put(DATABASE, database);
        };
    }

    /** Where a tenant's is meant, and it is this, it stays so: within, the tenant may be another. */
    private boolean isMeant(ContextView context) {
        return said(context) == database;
    }

    /** Statements of this database run in the transaction, and which database a chain means stays as it was. */
    Function<Context, Context> within(Transaction transaction) {
        return context -> joined.passingOver(transaction
                        .whole()
                        .connections()
                        .holding(
                                transaction.whole().held(),
                                transaction.observed().within(context)))
                .put(transactionKey, transaction);
    }

    /** This database is meant, and no transaction of it; connections that are held stay so. */
    Context outside(Context context) {
        return joined.passingOver(isMeant(context) ? context : use(context)).delete(transactionKey);
    }

    /** The transaction of this database; null outside of one. */
    @Nullable Transaction transaction(ContextView context) {
        return joined.innermost(context, context.getOrDefault(transactionKey, null));
    }
}
