package dev.ilana.dialect;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Source;
import dev.ilana.sql.Sql;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.TableName;
import dev.ilana.sql.TenantValue;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One statement being spelled out: its text, its values in marker order, and the tables in scope. */
final class SqlWriter {

    private final StringBuilder text = new StringBuilder(256);
    private final List<Value> bindings = new ArrayList<>();
    private boolean awaitsTenant;
    private final Set<String> tables = new HashSet<>(4);
    private final ExpressionGrammar grammar;
    private @Nullable Scope scope;
    /** How many scopes an {@code Outer} hides just now. */
    private int hidden;

    private boolean raw;

    /** A source of a query under the name it goes by in the text, and the query around it. */
    private record Scope(
            String name,
            String alias,
            @Nullable Scope outer,
            @Nullable Scope sameQuery) {}

    SqlWriter(ExpressionGrammar grammar) {
        this.grammar = grammar;
    }

    @CanIgnoreReturnValue
    SqlWriter sql(String fragment) {
        text.append(fragment);
        return this;
    }

    /** A piece of a user's own SQL: what tables it names is not known. */
    @CanIgnoreReturnValue
    SqlWriter raw(String fragment) {
        raw = true;
        return sql(fragment);
    }

    @CanIgnoreReturnValue
    SqlWriter name(String name) {
        char quote = grammar.quote();
        text.append(quote).append(grammar.fitting(name)).append(quote);
        return this;
    }

    @CanIgnoreReturnValue
    SqlWriter table(TableName table) {
        if (table.schema() != null) {
            awaitsTenant |= table.schema().equals(TableName.TENANT);
            name(table.schema()).sql(".");
        }
        tables.add(table.name());
        return name(table.name());
    }

    @CanIgnoreReturnValue
    SqlWriter bind(Value value) {
        if (value.type() == SqlType.NULL) {
            return sql("null");
        }
        bindings.add(value);
        awaitsTenant |= value.value() instanceof TenantValue;
        grammar.marker(text, bindings.size(), value);
        return this;
    }

    /** Opens a query on the source; a table that an outer query reads too goes by another name inside. */
    String openScope(Source source) {
        String alias = freeAlias(source);
        scope = new Scope(source.name(), alias, scope, null);
        return alias;
    }

    /** Opens the scope of a write, whose table goes by its own name. */
    void openScope(TableName table) {
        scope = new Scope(table.name(), table.name(), scope, null);
    }

    /** Adds a joined source to the innermost query; the name it goes by there. */
    @CanIgnoreReturnValue
    String joinScope(Source source) {
        String alias = freeAlias(source);
        Scope current = inScope();
        scope = new Scope(source.name(), alias, current.outer(), current);
        return alias;
    }

    /** A name that a user gave is the user's to choose; a table's own must not hide another's. */
    private String freeAlias(Source source) {
        String name = source.name();
        if (source instanceof Source.Derived || (source instanceof Source.Named named && named.alias() != null)) {
            return name;
        }
        String alias = name;
        for (int n = 2; isTaken(alias); n++) {
            alias = name + "_" + n;
        }
        return alias;
    }

    void closeScope() {
        scope = inScope().outer();
    }

    /** Where an {@code Outer} column is looked up: with the innermost query closed for the time of the call. */
    void outside(Runnable work) {
        Scope inner = inScope();
        scope = inner.outer();
        hidden++;
        work.run();
        hidden--;
        scope = inner;
    }

    /** Where a query stands that the innermost one reads, and whose columns it doesn't see: beside it, and not inside. */
    void beside(Runnable work) {
        Scope current = inScope();
        scope = current.outer();
        work.run();
        scope = current;
    }

    /** A column, with its table where another one is in scope. */
    void column(ColumnRef column) {
        String table = column.table();
        if (table != null && !isAlone(table)) {
            name(aliasOf(table)).sql(".");
        }
        name(column.column());
    }

    /** The name that a source goes by. */
    @CanIgnoreReturnValue
    SqlWriter qualifier(String source) {
        return name(aliasOf(source));
    }

    private boolean isAlone(String table) {
        return scope != null
                && scope.outer() == null
                && scope.sameQuery() == null
                && hidden == 0
                && scope.name().equals(table);
    }

    private String aliasOf(String table) {
        for (Scope query = scope; query != null; query = query.outer()) {
            for (Scope source = query; source != null; source = source.sameQuery()) {
                if (source.name().equals(table)) {
                    return source.alias();
                }
            }
        }
        return table;
    }

    private boolean isTaken(String alias) {
        for (Scope query = scope; query != null; query = query.outer()) {
            for (Scope source = query; source != null; source = source.sameQuery()) {
                if (source.alias().equals(alias)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Scope inScope() {
        if (scope == null) {
            throw new IllegalStateException("an outer column outside of a sub-select");
        }
        return scope;
    }

    String text() {
        return text.toString();
    }

    boolean awaitsTenant() {
        return awaitsTenant;
    }

    /** What is written, of which the driver must be asked for these columns. */
    Sql finished(List<String> returning, boolean writes) {
        return new Sql(text(), bindings, returning, tables(), writes, awaitsTenant);
    }

    Sql finished(boolean writes) {
        return finished(List.of(), writes);
    }

    List<Value> bindings() {
        return bindings;
    }

    /** The tables that the statement names; null when a user's own SQL may name more. */
    @Nullable Set<String> tables() {
        return raw ? null : tables;
    }
}
