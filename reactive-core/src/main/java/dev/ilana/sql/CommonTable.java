package dev.ilana.sql;

import java.util.List;

/** A query under a name, before the statement that reads it; a recursive one reads itself. */
public record CommonTable(String name, List<String> columns, Select select, boolean recursive) {

    public CommonTable {
        Names.check(name);
        columns.forEach(Names::check);
        columns = List.copyOf(columns);
    }
}
