package dev.ilana.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the database has in a mutable column, kept as it is stored: nobody who holds the value can change that. */
record StoredForm(Column<?, ?> column, Object form) {

    static StoredForm of(Column<?, ?> column, Object value) {
        return new StoredForm(column, column.form(value));
    }

    /** Whether the value would be stored as this. */
    boolean isOf(@Nullable Object value) {
        return value != null && Objects.deepEquals(form, column.form(value));
    }

    /** The value; a new one each time. */
    Object value() {
        return Objects.requireNonNull(column.ofForm(form));
    }
}
