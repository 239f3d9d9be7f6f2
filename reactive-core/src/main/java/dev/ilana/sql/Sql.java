package dev.ilana.sql;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement as one database reads it, its values in the order of their markers.
 *
 * @param returning columns whose generated values the driver must be asked for, where the text itself can't
 * @param tables the names of the tables it reads or writes; null where a user's own SQL hides them
 * @param writes whether it may change something
 * @param awaitsTenant whether it can be sent for a tenant only, as there is a {@link TenantValue} among its bindings
 */
public record Sql(
        String text,
        List<Value> bindings,
        List<String> returning,
        @Nullable Set<String> tables,
        boolean writes,
        boolean awaitsTenant) {

    public Sql {
        bindings = Collections.unmodifiableList(bindings);
    }

    /** One that is the same for all tenants. */
    public Sql(
            String text, List<Value> bindings, List<String> returning, @Nullable Set<String> tables, boolean writes) {
        this(text, bindings, returning, tables, writes, false);
    }

    /** A statement of which no more than the text is known. */
    public static Sql of(String text) {
        return new Sql(text, List.of(), List.of(), null, true);
    }

    /** The same with that tenant's value wherever one is awaited. */
    public Sql ofTenant(Object tenant) {
        List<Value> known = bindings.stream()
                .map(binding -> binding.value() instanceof TenantValue awaited
                        ? awaited.stored().apply(tenant)
                        : binding)
                .toList();
        return new Sql(text, known, returning, tables, writes);
    }

    /** The text without the values: what may be logged. */
    @Override
    public String toString() {
        return text;
    }
}
