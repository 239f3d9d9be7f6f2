package dev.ilana.connection;

import dev.ilana.error.MissingTenantException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** For whom a chain works: {@code mono.contextWrite(Tenant.is("acme"))}. Its place is the Reactor Context and no other. */
public final class Tenant {

    private static final Object KEY = new Object();

    private Tenant() {}

    /**
     * Has everything above it in a chain be of this tenant.
     *
     * @param tenant what the columns that are declared {@code tenant(…)} hold of it: a text, a number, a UUID
     */
    public static Function<Context, Context> is(Object tenant) {
        Objects.requireNonNull(tenant, "a chain without a tenant says none");
        return context -> context.put(KEY, tenant);
    }

    static boolean isIn(ContextView context) {
        return context.hasKey(KEY);
    }

    /**
     * The tenant of the Context.
     *
     * @throws MissingTenantException when there is none
     */
    public static Object in(ContextView context) {
        Object tenant = context.<@Nullable Object>getOrDefault(KEY, null);
        if (tenant == null) {
            throw new MissingTenantException();
        }
        return tenant;
    }
}
