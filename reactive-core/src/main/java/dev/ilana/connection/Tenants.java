package dev.ilana.connection;

import dev.ilana.error.InvalidUsageException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Databases of tenants, one for each. A chain that is written with {@link #use()} runs on that of the {@link Tenant} in its
 * Context; without one it ends with a {@link dev.ilana.error.MissingTenantException}.
 */
public final class Tenants {

    private final int most;
    private final Function<Object, Database> maker;
    private final Map<Object, Database> made = new HashMap<>();
    private boolean closed;

    private Tenants(int most, Function<Object, Database> maker) {
        this.most = most;
        this.maker = maker;
    }

    /**
     * Databases that the function makes, each when the first chain of its tenant asks for it. What it throws is that chain's
     * error; the next chain asks it again.
     *
     * @param most how many there may be at a time: each has a pool
     * @param maker makes the database of a tenant, which is then closed here
     */
    public static Tenants of(int most, Function<Object, Database> maker) {
        if (most < 1) {
            throw new InvalidUsageException("no tenant can have a database of " + most);
        }
        return new Tenants(most, maker);
    }

    /** Runs everything above it in a chain on its tenant's database: {@code mono.contextWrite(tenants.use())}. */
    public Function<Context, Context> use() {
        return ChainContext.use(this);
    }

    /**
     * The tenant's database, made on a thread that may block, as most functions do: who connects looks for a driver on the
     * class path. A chain that comes before makes it on its own thread.
     *
     * @return completes with the errors of {@link #of(Object)} and of the function
     */
    public Mono<Database> open(Object tenant) {
        return Mono.fromSupplier(() -> of(tenant)).subscribeOn(Schedulers.boundedElastic());
    }

    /**
     * The tenant's database, made here and now where there is none.
     *
     * @throws InvalidUsageException when there are as many as there may be, or these are closed
     */
    public synchronized Database of(Object tenant) {
        Database known = made.get(tenant);
        if (known != null) {
            return known;
        }
        if (closed) {
            throw new InvalidUsageException("the databases of tenants are closed");
        }
        if (made.size() >= most) {
            throw new InvalidUsageException(
                    "there are databases of " + most + " tenants, and no more were allowed: close(tenant) one of them");
        }
        Database database = Objects.requireNonNull(maker.apply(tenant), "a tenant's database");
        made.put(tenant, database);
        return database;
    }

    Database in(ContextView context) {
        return of(Tenant.in(context));
    }

    /** The tenant's database, where the Context has a tenant and the tenant a database. */
    synchronized @Nullable Database knownIn(ContextView context) {
        return made.get(Tenant.find(context));
    }

    /** Closes the tenant's database, where there is one; the next chain of the tenant gets a new one. */
    public Mono<Void> close(Object tenant) {
        return Mono.defer(() -> {
            Database database = forgotten(tenant);
            return database == null ? Mono.empty() : database.close();
        });
    }

    private synchronized @Nullable Database forgotten(Object tenant) {
        return made.remove(tenant);
    }

    /** Closes all of them for good; completes when their connections are closed. */
    public Mono<Void> close() {
        return Flux.defer(() -> Flux.fromIterable(all()))
                .flatMapDelayError(Database::close, most, 1)
                .then();
    }

    private synchronized List<Database> all() {
        closed = true;
        List<Database> all = List.copyOf(made.values());
        made.clear();
        return all;
    }
}
