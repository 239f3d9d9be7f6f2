package dev.ilana.relation;

import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.sql.ColumnRef;

/** One parent's rows of a pivot table. */
record Pivot(String table, ColumnRef parentKey, ColumnRef relatedKey, Model<?> parent, Column<?, ?> key) {}
