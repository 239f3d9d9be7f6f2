package dev.ilana.sql;

import java.util.function.Function;

/**
 * In place of a value: that of the chain's tenant, which is known no sooner than the statement is sent. So a statement can be
 * made, and kept, for all tenants.
 *
 * @param column the column it is a value of, for messages
 * @param stored what is bound for a tenant
 */
public record TenantValue(String column, Function<Object, Value> stored) {

    @Override
    public String toString() {
        return "the tenant";
    }
}
