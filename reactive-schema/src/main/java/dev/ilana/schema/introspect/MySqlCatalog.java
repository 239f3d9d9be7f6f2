package dev.ilana.schema.introspect;

import dev.ilana.connection.Database;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.IndexPart.OfExpression;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.TableOptions;
import dev.ilana.schema.definition.TextRules;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The information schema of MySQL. All is asked for as text, as its types differ from version to version. */
class MySqlCatalog extends Catalog {

    MySqlCatalog(Database database) {
        super(database);
    }

    @Override
    final String currentSchemaQuery() {
        return "select database() as name";
    }

    @Override
    final String inSchema(@Nullable String schema, String prefix) {
        return prefix + "table_schema = " + (schema == null ? "database()" : quoted(schema));
    }

    // Columns

    @Override
    final Mono<List<ColumnDefinition>> columnDefinitions(QualifiedName table) {
        return read("""
                select c.column_name as name, cast(c.column_type as char) as type, c.is_nullable as nullable,
                  cast(c.column_default as char) as default_value, c.extra as extra,
                  cast(c.generation_expression as char) as computed,
                  case when c.collation_name = t.table_collation then null else c.character_set_name end as charset,
                  case when c.collation_name = t.table_collation then null else c.collation_name end as collation,
                  cast(c.column_comment as char) as comment
                from information_schema.columns c
                  join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                where %s
                order by c.ordinal_position""".formatted(isTable(table, "c.")), this::column);
    }

    private ColumnDefinition column(CatalogRow row) {
        ColumnType type = MySqlTypeNames.type(row.word("type"));
        String extra = row.word("extra").toLowerCase(Locale.ROOT);
        ColumnDefinition column = ColumnDefinition.of(row.word("name"), type)
                .withNullable(row.yes("nullable"))
                .withAutoIncrement(extra.contains("auto_increment"))
                .withText(new TextRules(row.text("charset"), row.text("collation")))
                .withComment(row.nonEmpty("comment"));
        String computed = row.nonEmpty("computed");
        if (computed != null) {
            return column.withComputed(new Computed(expression(computed), !extra.contains("virtual")));
        }
        String value = row.text("default_value");
        return column.withCurrentOnUpdate(extra.contains("on update"))
                .withDefault(value == null ? null : defaultValue(value, extra, type));
    }

    /** A plain value is shown without quotes; what is an expression is told by EXTRA. */
    @Nullable DefaultValue defaultValue(String text, String extra, ColumnType type) {
        if (!extra.contains("default_generated")) {
            return DefaultText.ofValue(text, type);
        }
        return DefaultText.ofSql(expression(text), type, SqlText.BACKSLASHES);
    }

    /** The catalog shows an expression as a string literal would be written, without its quotes. */
    String expression(String shown) {
        return SqlText.withDoubledQuotes(SqlText.unescaped(shown));
    }

    // Keys

    @Override
    final Mono<List<IndexDefinition>> indexes(QualifiedName table, List<ColumnDefinition> columns) {
        return read("""
                select s.index_name as name, s.index_type as kind, cast(s.non_unique as char) as shared,
                  s.column_name as column_name, s.collation as ordering, cast(s.sub_part as char) as length,
                  %s as expression
                from information_schema.statistics s
                where %s
                order by s.index_name = 'PRIMARY' desc, s.index_name, s.seq_in_index""".formatted(indexedExpression(), isTable(table, "s.")), this::indexRow)
                .map(rows -> grouped(rows, MySqlIndexRow::name, MySqlIndexRow::index));
    }

    /** What an index has in place of a column. */
    String indexedExpression() {
        return "cast(s.expression as char)";
    }

    private MySqlIndexRow indexRow(CatalogRow row) {
        String length = row.text("length");
        String column = row.text("column_name");
        boolean descending = "D".equals(row.text("ordering"));
        boolean spatial = row.word("kind").equals("SPATIAL");
        return new MySqlIndexRow(
                row.word("name"),
                row.word("kind"),
                row.word("shared").equals("0"),
                column == null
                        ? new OfExpression(expression(row.word("expression")), descending)
                        // Of a shape, the length is that of the box around it.
                        : new OfColumn(
                                column, descending, length == null || spatial ? null : Integer.valueOf(length), null));
    }

    /** One part of an index. */
    private record MySqlIndexRow(String name, String type, boolean unique, IndexPart part) {

        static IndexDefinition index(List<MySqlIndexRow> rows) {
            MySqlIndexRow first = rows.get(0);
            return new IndexDefinition(
                    first.kind(),
                    first.name,
                    rows.stream().map(MySqlIndexRow::part).toList(),
                    null,
                    null,
                    null);
        }

        private Kind kind() {
            return switch (type) {
                case "FULLTEXT" -> Kind.FULLTEXT;
                case "SPATIAL" -> Kind.SPATIAL;
                default -> name.equals("PRIMARY") ? Kind.PRIMARY : unique ? Kind.UNIQUE : Kind.INDEX;
            };
        }
    }

    @Override
    final Mono<List<ForeignKeyDefinition>> foreignKeys(QualifiedName table) {
        return read("""
                select k.constraint_name as name, k.column_name as column_name,
                  k.referenced_column_name as referenced,
                  case when k.referenced_table_schema = database() then null else k.referenced_table_schema end
                    as referenced_schema,
                  k.referenced_table_name as referenced_table, r.delete_rule as on_delete, r.update_rule as on_update
                from information_schema.key_column_usage k
                  join information_schema.referential_constraints r on r.constraint_schema = k.constraint_schema
                    and r.constraint_name = k.constraint_name and r.table_name = k.table_name
                where %s and k.referenced_table_name is not null
                order by k.constraint_name, k.ordinal_position""".formatted(isTable(table, "k.")), row -> ForeignKeyRow.of(row, this::action))
                .map(rows -> grouped(rows, ForeignKeyRow::name, ForeignKeyRow::key));
    }

    ReferentialAction action(String words) {
        return ReferentialActions.of(words);
    }

    @Override
    Mono<List<CheckDefinition>> checks(QualifiedName table) {
        return read("""
                select k.constraint_name as name, cast(k.check_clause as char) as `condition`
                from information_schema.table_constraints c
                  join information_schema.check_constraints k on k.constraint_schema = c.constraint_schema
                    and k.constraint_name = c.constraint_name
                where %s and c.constraint_type = 'CHECK'
                order by k.constraint_name""".formatted(isTable(table, "c.")), this::check);
    }

    /** Which columns it is about, this catalog does not tell. */
    final CheckDefinition check(CatalogRow row) {
        return new CheckDefinition(row.word("name"), List.of(), new Condition(expression(row.word("condition"))));
    }

    @Override
    final Mono<Facts> facts(QualifiedName table) {
        return read(
                        """
                select t.engine as engine, t.table_collation as collation, cast(t.table_comment as char) as comment
                from information_schema.tables t
                where %s""".formatted(isTable(table, "t.")),
                        row -> new Facts(
                                TableOptions.NONE.withEngine(row.text("engine")).withText(rules(row.text("collation"))),
                                row.nonEmpty("comment")))
                .map(rows -> rows.isEmpty() ? new Facts(TableOptions.NONE, null) : rows.get(0));
    }

    /** A collation's name begins with its character set's. */
    private static TextRules rules(@Nullable String collation) {
        return collation == null ? TextRules.NONE : new TextRules(collation.replaceFirst("_.*", ""), collation);
    }

    @Override
    final String unreadThings() {
        return """
                select cast(lower(table_type) as char) as kind, cast(table_name as char) as name
                  from information_schema.tables where table_schema = database() and table_type not in ('BASE TABLE', 'SEQUENCE')
                union all select cast(lower(routine_type) as char), cast(routine_name as char)
                  from information_schema.routines where routine_schema = database()
                union all select 'trigger', cast(trigger_name as char)
                  from information_schema.triggers where trigger_schema = database()
                union all select 'event', cast(event_name as char)
                  from information_schema.events where event_schema = database()
                union all select distinct 'partitions of table', cast(table_name as char)
                  from information_schema.partitions where table_schema = database() and partition_name is not null
                union all select 'invisible column', cast(concat(table_name, '.', column_name) as char)
                  from information_schema.columns where table_schema = database() and extra like '%INVISIBLE%'""";
    }
}
