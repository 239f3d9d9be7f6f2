package dev.ilana.sql;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement as one database reads it, its values in the order of their markers.
 *
 * @param returning columns whose generated values the driver must be asked for, where the text itself can't
 * @param tables the names of the tables it reads or writes; null where a user's own SQL hides them
 * @param writes whether it may change something
 * @param awaitsTenant whether it can be sent for a tenant only, as there is a {@link TenantValue} among its bindings, or
 *     a table of its {@link TableName#TENANT schema}
 */
public record Sql(
        String text,
        List<Value> bindings,
        List<String> returning,
        @Nullable Set<String> tables,
        boolean writes,
        boolean awaitsTenant) {

    /** Between which grammars write a name. */
    private static final List<String> QUOTES = List.of("\"", "`");

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

    /**
     * The same with that tenant's value, or its schema, wherever one is awaited.
     *
     * @param schemas gives a tenant's schema
     * @throws dev.ilana.error.InvalidNameException when that is no name
     */
    public Sql ofTenant(Object tenant, Function<Object, String> schemas) {
        List<Value> known = bindings.stream()
                .map(binding -> binding.value() instanceof TenantValue awaited
                        ? awaited.stored().apply(tenant)
                        : binding)
                .toList();
        return new Sql(ofTenant(text, tenant, schemas), known, returning, tables, writes);
    }

    private static String ofTenant(String text, Object tenant, Function<Object, String> schemas) {
        if (!text.contains(TableName.TENANT)) {
            return text;
        }
        String schema = Names.check(schemas.apply(tenant));
        String known = text;
        for (String quote : QUOTES) {
            known = known.replace(quote + TableName.TENANT + quote, quote + schema + quote);
        }
        return known;
    }

    /** The text without the values: what may be logged. */
    @Override
    public String toString() {
        return text;
    }
}
