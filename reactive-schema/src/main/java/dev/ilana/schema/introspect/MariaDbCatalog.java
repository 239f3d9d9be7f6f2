package dev.ilana.schema.introspect;

import dev.ilana.connection.Database;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SequenceDefinition;
import dev.ilana.sql.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The information schema of MariaDB, where it differs from MySQL's. */
final class MariaDbCatalog extends MySqlCatalog {

    MariaDbCatalog(Database database) {
        super(database);
    }

    /**
     * A default is shown as SQL; none, of a column that may be null, as the word NULL, and of one that an update sets and that
     * may not, as a day that never was.
     */
    @Override
    @Nullable DefaultValue defaultValue(String text, String extra, ColumnType type) {
        boolean none = text.equals("NULL") || (extra.contains("on update") && text.startsWith("'0000-00-00"));
        return none ? null : DefaultText.ofSql(text, type, SqlText.BACKSLASHES);
    }

    @Override
    String expression(String shown) {
        return SqlText.withDoubledQuotes(shown);
    }

    @Override
    String indexedExpression() {
        return "cast(null as char)";
    }

    /** What is refused at once and what at the end of the statement is one and the same here, and shown as RESTRICT. */
    @Override
    ReferentialAction action(String words) {
        ReferentialAction action = super.action(words);
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    /** Each tells of itself as a table of one row does. */
    @Override
    Flux<SequenceDefinition> sequencesIn(@Nullable String schema) {
        return read(
                        "select table_name as name from information_schema.tables where " + inSchema(schema, "")
                                + " and table_type = 'SEQUENCE' order by table_name",
                        row -> row.word("name"))
                .flatMapIterable(names -> names)
                .concatMap(name -> read("""
                        select %s as name, cast(start_value as char) as start, cast(increment as char) as increment,
                          cast(minimum_value as char) as minimum, cast(maximum_value as char) as maximum,
                          cast(cache_size as char) as cache, if(cycle_option, 'yes', 'no') as cycles
                        from %s""".formatted(quoted(name), table(schema, name)), row -> sequence(schema, row)))
                .flatMapIterable(sequences -> sequences);
    }

    private static String table(@Nullable String schema, String name) {
        String own = "`" + Names.check(name) + "`";
        return schema == null ? own : "`" + Names.check(schema) + "`." + own;
    }

    /** Names of checks are unique in a table only. */
    @Override
    Mono<List<CheckDefinition>> checks(QualifiedName table) {
        String schema = table.schema();
        return read("""
                select k.constraint_name as name, cast(k.check_clause as char) as `condition`
                from information_schema.check_constraints k
                where k.constraint_schema = %s and k.table_name = %s
                order by k.constraint_name""".formatted(schema == null ? "database()" : quoted(schema), quoted(table.name())), this::check);
    }
}
