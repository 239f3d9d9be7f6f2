package dev.ilana.error;

/** A chain asked for what belongs to a tenant, and its Context has none. Nothing was sent. */
public final class MissingTenantException extends IlanaException {

    public MissingTenantException() {
        super("no tenant in the Context: write the chain with contextWrite(Tenant.is(tenant)), or say"
                + " withoutGlobalScope(\"tenant\") for a query over the rows of all");
    }
}
