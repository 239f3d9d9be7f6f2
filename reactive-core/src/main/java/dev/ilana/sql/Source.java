package dev.ilana.sql;

import org.jspecify.annotations.Nullable;

/** Where the rows of a query come from. */
public sealed interface Source {

    /** The name that columns of it are qualified with. */
    String name();

    /** A table, a view, or a query named before in the same statement; under another name where one is given. */
    record Named(TableName table, @Nullable String alias) implements Source {

        public Named {
            if (alias != null) {
                Names.check(alias);
            }
        }

        @Override
        public String name() {
            return alias == null ? table.name() : alias;
        }
    }

    /** The rows of another query. */
    record Derived(Select select, String alias) implements Source {

        public Derived {
            Names.check(alias);
        }

        @Override
        public String name() {
            return alias;
        }
    }

    /** Reads {@code "table"}, {@code "schema.table"}, or one of them {@code "as alias"}. */
    static Source parse(String text) {
        int as = text.indexOf(" as ");
        return as < 0
                ? new Named(TableName.parse(text), null)
                : new Named(TableName.parse(text.substring(0, as)), text.substring(as + 4));
    }
}
