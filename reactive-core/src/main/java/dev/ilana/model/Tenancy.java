package dev.ilana.model;

import dev.ilana.connection.Tenant;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Operator;
import dev.ilana.sql.TenantValue;
import dev.ilana.sql.Value;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import reactor.util.context.ContextView;

/** The column of a table that says whose a row is, and what follows from it for what is asked and written. */
final class Tenancy<M extends Model<M>> {

    private final Column<M, ?> column;
    private final TenantValue tenant;
    private final Criterion isOwn;

    private Tenancy(Column<M, ?> column, TenantValue tenant) {
        this.column = column;
        this.tenant = tenant;
        this.isOwn = new Comparison(column.reference(), Operator.EQ, new Value(tenant, column.type()));
    }

    static <M extends Model<M>, T> Tenancy<M> by(Column<M, T> column) {
        column.requireComparable();
        return new Tenancy<>(column, new TenantValue(column.toString(), given -> column.stored(column.accept(given))));
    }

    Column<M, ?> column() {
        return column;
    }

    /** That a row is the tenant's of the chain that asks. */
    Criterion isOwn() {
        return isOwn;
    }

    /** The tenant of the Context, as it is bound. */
    Value in(ContextView context) {
        return tenant.stored().apply(Tenant.in(context));
    }

    /** The same by the column's name. */
    Map<String, ?> byName(ContextView context) {
        return Map.of(column.databaseName(), Objects.requireNonNull(in(context).value(), "a tenant is no null"));
    }

    /** Gives a new model the tenant of the Context. */
    void claim(M model, ContextView context) {
        claim(model, column, Tenant.in(context));
    }

    private static <M extends Model<M>, T> void claim(M model, Column<M, T> column, Object tenant) {
        T own = column.accept(tenant);
        boolean isUnclaimed = model.attributes().isAbsent(column.ordinal());
        if (!isUnclaimed && !column.stored(model.get(column)).equals(column.stored(own))) {
            throw new InvalidUsageException(
                    "a new model of " + column.table() + " has another tenant in " + column + " than the Context");
        }
        if (isUnclaimed) {
            model.attributes().set(column, own);
        }
    }

    /**
     * Nothing, where none of the columns is this one.
     *
     * @throws InvalidUsageException else: a row stays its tenant's
     */
    void requireKept(Collection<? extends Column<M, ?>> written) {
        if (written.contains(column)) {
            throw new InvalidUsageException(
                    column + " says whose a row is, and no model gives it away: write it by DB.table(...)");
        }
    }
}
