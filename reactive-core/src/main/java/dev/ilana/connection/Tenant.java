package dev.ilana.connection;

import dev.ilana.error.MissingTenantException;
import dev.ilana.sql.TableName;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** For whom a chain works: {@code mono.contextWrite(Tenant.is("acme"))}. Its place is the Reactor Context and no other. */
public final class Tenant {

    /**
     * In place of a schema: the tenant's own. A table that is named with it is looked for there: {@code
     * Table.of(Tenant.SCHEMA + ".invoices", Invoice::new)}, and so everywhere else that a table is named.
     */
    public static final String SCHEMA = TableName.TENANT;

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

    /** The tenant of the Context; null when there is none. */
    public static @Nullable Object find(ContextView context) {
        return context.<@Nullable Object>getOrDefault(KEY, null);
    }

    /** The tenant of that Context for what runs later, in another. */
    static Function<Context, Context> asIn(ContextView context) {
        Object tenant = find(context);
        return tenant == null ? later -> later : is(tenant);
    }

    /**
     * The tenant of the Context.
     *
     * @throws MissingTenantException when there is none
     */
    public static Object in(ContextView context) {
        Object tenant = find(context);
        if (tenant == null) {
            throw new MissingTenantException();
        }
        return tenant;
    }
}
