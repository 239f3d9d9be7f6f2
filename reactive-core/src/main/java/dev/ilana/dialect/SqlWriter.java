package dev.ilana.dialect;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement being spelled out: its text, its values in marker order, and the tables in scope. */
final class SqlWriter {

    private final StringBuilder text = new StringBuilder(256);
    private final List<Value> bindings = new ArrayList<>();
    private final Grammar grammar;
    private @Nullable Scope scope;
    /** How many scopes an {@code Outer} hides just now. */
    private int hidden;

    /** A query's table under the name it goes by, and the query around it. */
    private record Scope(
            String table,
            String alias,
            @Nullable Scope outer,
            @Nullable Scope sameQuery) {}

    SqlWriter(Grammar grammar) {
        this.grammar = grammar;
    }

    @CanIgnoreReturnValue
    SqlWriter sql(String fragment) {
        text.append(fragment);
        return this;
    }

    @CanIgnoreReturnValue
    SqlWriter name(String name) {
        char quote = grammar.quote();
        text.append(quote).append(name).append(quote);
        return this;
    }

    @CanIgnoreReturnValue
    SqlWriter bind(Value value) {
        bindings.add(value);
        grammar.marker(text, bindings.size(), value);
        return this;
    }

    /** Opens a query on the table; a table that an outer query reads too goes by another name inside. */
    String openScope(String table) {
        String alias = freeAlias(table);
        scope = new Scope(table, alias, scope, null);
        return alias;
    }

    /** Adds a joined table to the innermost query; the name it goes by there. */
    @CanIgnoreReturnValue
    String joinScope(String table) {
        String alias = freeAlias(table);
        Scope current = inScope();
        scope = new Scope(table, alias, current.outer(), current);
        return alias;
    }

    private String freeAlias(String table) {
        String alias = table;
        for (int n = 2; isTaken(alias); n++) {
            alias = table + "_" + n;
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

    /** A column, with its table where another one is in scope. */
    void column(ColumnRef column) {
        String table = column.table();
        if (table != null && !isAlone(table)) {
            name(aliasOf(table)).sql(".");
        }
        name(column.column());
    }

    private boolean isAlone(String table) {
        return scope != null
                && scope.outer() == null
                && scope.sameQuery() == null
                && hidden == 0
                && scope.table().equals(table);
    }

    private String aliasOf(String table) {
        for (Scope query = scope; query != null; query = query.outer()) {
            for (Scope source = query; source != null; source = source.sameQuery()) {
                if (source.table().equals(table)) {
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

    List<Value> bindings() {
        return bindings;
    }
}
