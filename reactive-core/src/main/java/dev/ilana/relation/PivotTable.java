package dev.ilana.relation;

import dev.ilana.model.Column;
import dev.ilana.sql.TableName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table that relates rows of two others, as far as a {@link BelongsToMany} tells.
 *
 * @param toParent the columns that point at a parent, with those of its key
 * @param toRelated the columns that point at a related row, with those of its key
 * @param times the columns that hold when a row was made and when it was changed; empty when that is not kept
 * @param others what else the relation reads or writes there, of which it does not tell the types
 */
public record PivotTable(
        TableName name,
        Map<String, Column<?, ?>> toParent,
        Map<String, Column<?, ?>> toRelated,
        List<String> times,
        Set<String> others) {

    public PivotTable {
        toParent = Collections.unmodifiableMap(new LinkedHashMap<>(toParent));
        toRelated = Collections.unmodifiableMap(new LinkedHashMap<>(toRelated));
        times = List.copyOf(times);
        others = Set.copyOf(others);
    }
}
