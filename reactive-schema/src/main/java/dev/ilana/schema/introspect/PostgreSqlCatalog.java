package dev.ilana.schema.introspect;

import dev.ilana.connection.Database;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.Deferral;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SequenceDefinition;
import dev.ilana.schema.definition.TableOptions;
import dev.ilana.schema.definition.TextRules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The system catalog of PostgreSQL, which knows more than its information schema. */
final class PostgreSqlCatalog extends Catalog {

    PostgreSqlCatalog(Database database) {
        super(database);
    }

    @Override
    String currentSchemaQuery() {
        return "select current_schema()::text as name";
    }

    @Override
    String inSchema(@Nullable String schema, String prefix) {
        return prefix + "table_schema = " + (schema == null ? "any (current_schemas(false))" : quoted(schema));
    }

    @Override
    String notBrought() {
        return " and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.deptype = 'e'"
                + " and d.objid = (quote_ident(table_schema) || '.' || quote_ident(table_name))::regclass)";
    }

    /** The table's number; null, which nothing equals, when there is none. */
    private static String id(QualifiedName table) {
        String schema = table.schema() == null ? "" : "\"" + table.schema() + "\".";
        return "to_regclass('" + schema + "\"" + table.name() + "\"')";
    }

    @Override
    Mono<List<ColumnDefinition>> columnDefinitions(QualifiedName table) {
        return read("""
                select a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type,
                  (select string_agg(e.enumlabel, chr(31) order by e.enumsortorder)
                     from pg_enum e where e.enumtypid = a.atttypid) as words,
                  case when pg_type_is_visible(t.oid) then null else n.nspname::text end as type_schema,
                  t.typname::text as type_name, (not a.attnotnull)::text as nullable,
                  pg_get_expr(d.adbin, d.adrelid) as default_value, a.attidentity::text as identity,
                  a.attgenerated::text as computed,
                  (exists (select 1 from pg_depend o where o.refobjid = a.attrelid and o.refobjsubid = a.attnum
                     and o.deptype = 'a' and o.classid = 'pg_class'::regclass))::text as owns_sequence,
                  case when a.attcollation <> t.typcollation then c.collname::text end as collation,
                  col_description(a.attrelid, a.attnum) as comment
                from pg_attribute a
                  join pg_type t on t.oid = a.atttypid
                  join pg_namespace n on n.oid = t.typnamespace
                  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                  left join pg_collation c on c.oid = a.attcollation
                where a.attrelid = %s and a.attnum > 0 and not a.attisdropped
                order by a.attnum""".formatted(id(table)), PostgreSqlCatalog::column);
    }

    private static ColumnDefinition column(CatalogRow row) {
        ColumnType type = type(row);
        String value = row.text("default_value");
        boolean serial = value != null && value.startsWith("nextval(") && row.yes("owns_sequence");
        boolean computed = row.word("computed").equals("s");
        ColumnDefinition column = ColumnDefinition.of(row.word("name"), type)
                .withNullable(row.yes("nullable"))
                .withAutoIncrement(serial || !row.word("identity").isEmpty())
                .withText(TextRules.NONE.withCollation(row.text("collation")))
                .withComment(row.text("comment"));
        if (value == null || serial) {
            return column;
        }
        return computed
                ? column.withComputed(new Computed(value, true))
                : column.withDefault(DefaultText.ofSql(value, type, SqlText.STANDARD));
    }

    private static ColumnType type(CatalogRow row) {
        List<String> words = row.list("words");
        return words.isEmpty()
                ? PostgreSqlTypeNames.type(row.word("type"))
                : new Enumeration(words, new QualifiedName(row.text("type_schema"), row.word("type_name")));
    }

    @Override
    Mono<List<IndexDefinition>> indexes(QualifiedName table, List<ColumnDefinition> columns) {
        return read("""
                select i.relname::text as name, x.indisprimary::text as is_primary, x.indisunique::text as is_unique,
                  (exists (select 1 from pg_constraint c where c.conindid = x.indexrelid and c.contype in ('p', 'u')))::text
                    as is_constraint, m.amname::text as method, pg_get_expr(x.indpred, x.indrelid, true) as condition,
                  a.attname::text as column_name, pg_get_indexdef(x.indexrelid, k.n, true) as expression,
                  ((x.indoption[k.n - 1] & 1) = 1)::text as descending,
                  case when o.opcdefault then null else o.opcname::text end as operator_class
                from pg_index x
                  join pg_class i on i.oid = x.indexrelid
                  join pg_am m on m.oid = i.relam
                  cross join lateral generate_series(1, x.indnkeyatts::int) k(n)
                  join pg_opclass o on o.oid = x.indclass[k.n - 1]
                  left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[k.n - 1] and a.attnum > 0
                where x.indrelid = %s
                order by x.indisprimary desc, x.indexrelid, k.n""".formatted(id(table)), PostgreSqlIndexRow::of)
                .map(rows ->
                        grouped(rows, PostgreSqlIndexRow::name, parts -> PostgreSqlIndexRow.index(parts, columns)));
    }

    @Override
    Mono<List<ForeignKeyDefinition>> foreignKeys(QualifiedName table) {
        return read(
                """
                select c.conname::text as name,
                  (select string_agg(a.attname, chr(31) order by k.n) from unnest(c.conkey) with ordinality k(num, n)
                     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num) as columns,
                  (select string_agg(a.attname, chr(31) order by k.n) from unnest(c.confkey) with ordinality k(num, n)
                     join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num) as referenced,
                  case when pg_table_is_visible(r.oid) then null else n.nspname::text end as referenced_schema,
                  r.relname::text as referenced_table, c.confdeltype::text as on_delete, c.confupdtype::text as on_update,
                  c.condeferrable::text as deferrable, c.condeferred::text as deferred
                from pg_constraint c
                  join pg_class r on r.oid = c.confrelid
                  join pg_namespace n on n.oid = r.relnamespace
                where c.contype = 'f' and c.conrelid = %s
                order by c.oid""".formatted(id(table)),
                row -> ForeignKeyDefinition.of(
                                row.list("columns"),
                                new QualifiedName(row.text("referenced_schema"), row.word("referenced_table")),
                                row.list("referenced"))
                        .withName(row.word("name"))
                        .withOnDelete(action(row.word("on_delete")))
                        .withOnUpdate(action(row.word("on_update")))
                        .withDeferral(
                                row.yes("deferred")
                                        ? Deferral.INITIALLY_DEFERRED
                                        : row.yes("deferrable")
                                                ? Deferral.INITIALLY_IMMEDIATE
                                                : Deferral.NOT_DEFERRABLE));
    }

    private static ReferentialAction action(String letter) {
        return switch (letter) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    @Override
    Mono<List<CheckDefinition>> checks(QualifiedName table) {
        return read(
                """
                select c.conname::text as name, pg_get_expr(c.conbin, c.conrelid) as condition,
                  (select string_agg(a.attname, chr(31) order by k.n) from unnest(c.conkey) with ordinality k(num, n)
                     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num) as columns
                from pg_constraint c
                where c.contype = 'c' and c.conrelid = %s
                order by c.oid""".formatted(id(table)),
                row -> new CheckDefinition(
                        row.word("name"), row.list("columns"), new Condition(row.word("condition"))));
    }

    @Override
    Mono<Facts> facts(QualifiedName table) {
        return read(
                        "select obj_description(%s, 'pg_class') as comment".formatted(id(table)),
                        row -> new Facts(TableOptions.NONE, row.text("comment")))
                .map(rows -> rows.get(0));
    }

    @Override
    public Mono<List<EnumDefinition>> enums() {
        return read("""
                select t.typname::text as name,
                  (select string_agg(e.enumlabel, chr(31) order by e.enumsortorder)
                     from pg_enum e where e.enumtypid = t.oid) as words
                from pg_type t join pg_namespace n on n.oid = t.typnamespace
                where t.typtype = 'e' and n.nspname = any (current_schemas(false))
                  and not exists (select 1 from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid
                    and d.deptype = 'e')
                order by t.typname""", row -> new EnumDefinition(new QualifiedName(null, row.word("name")), row.list("words")));
    }

    @Override
    public Mono<List<String>> extensions() {
        return read(
                "select extname::text as name from pg_extension where extname <> 'plpgsql' order by 1",
                row -> row.word("name"));
    }

    /** One that a column counts by goes with the column, and one that an extension brought with that. */
    @Override
    Flux<SequenceDefinition> sequencesIn(@Nullable String schema) {
        return read(
                        """
                select c.relname::text as name, s.seqstart::text as start, s.seqincrement::text as increment,
                  s.seqmin::text as minimum, s.seqmax::text as maximum, s.seqcache::text as cache,
                  s.seqcycle::text as cycles
                from pg_sequence s
                  join pg_class c on c.oid = s.seqrelid
                  join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = %s
                  and not exists (select 1 from pg_depend d where d.classid = c.tableoid and d.objid = c.oid
                    and d.deptype in ('a', 'i', 'e'))
                order by c.relname""".formatted(schema == null ? "any (current_schemas(false))" : quoted(schema)),
                        row -> sequence(schema, row))
                .flatMapIterable(sequences -> sequences);
    }

    /** What an extension brought comes again with it. */
    @Override
    String unreadThings() {
        return """
                with here as (select oid from pg_namespace where nspname = any (current_schemas(false))),
                  brought as (select classid, objid from pg_depend where deptype = 'e'),
                  tables as (select * from pg_class where relkind in ('r', 'p') and relnamespace in (select oid from here)
                    and (tableoid, oid) not in (select * from brought))
                select case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'c' then 'composite type'
                    else 'foreign table' end as kind, relname::text as name
                  from pg_class where relkind in ('v', 'm', 'c', 'f') and relnamespace in (select oid from here)
                    and (tableoid, oid) not in (select * from brought)
                union all select case typtype when 'd' then 'domain' else 'range type' end, typname::text
                  from pg_type where typtype in ('d', 'r') and typnamespace in (select oid from here)
                    and (tableoid, oid) not in (select * from brought)
                union all select case prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
                    proname || '(' || pg_get_function_identity_arguments(oid) || ')'
                  from pg_proc where pronamespace in (select oid from here)
                    and (tableoid, oid) not in (select * from brought)
                    and (tableoid, oid) not in (select classid, objid from pg_depend where deptype = 'i')
                union all select 'partitions of table', relname::text from tables where relkind = 'p'
                union all select 'parent of table', relname::text
                  from tables t join pg_inherits i on i.inhrelid = t.oid
                union all select 'unlogged table', relname::text from tables where relpersistence = 'u'
                union all select 'trigger', tgname || ' on ' || relname
                  from tables t join pg_trigger g on g.tgrelid = t.oid where not tgisinternal
                union all select 'rule', rulename || ' on ' || relname from tables t join pg_rewrite r on r.ev_class = t.oid
                union all select 'policy', polname || ' on ' || relname from tables t join pg_policy p on p.polrelid = t.oid
                union all select 'exclusion constraint', conname || ' on ' || relname
                  from tables t join pg_constraint c on c.conrelid = t.oid where contype = 'x'
                union all select 'deferrable constraint', conname || ' on ' || relname
                  from tables t join pg_constraint c on c.conrelid = t.oid where contype in ('p', 'u') and condeferrable
                union all select 'match full of foreign key', conname || ' on ' || relname
                  from tables t join pg_constraint c on c.conrelid = t.oid where contype = 'f' and confmatchtype = 'f'
                union all select 'included columns of index', i.relname::text
                  from tables t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
                  where x.indnatts > x.indnkeyatts
                union all select 'equal nulls of index', i.relname::text
                  from tables t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
                  where to_jsonb(x) ->> 'indnullsnotdistinct' = 'true'
                union all select 'place of nulls in index', i.relname::text
                  from tables t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
                  where exists (select 1 from unnest(x.indoption) o where o & 3 in (1, 2))
                union all select 'collation of index', i.relname::text
                  from tables t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
                  where exists (select 1 from generate_series(0, x.indnkeyatts - 1) k
                    join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[k] and a.attnum > 0
                    where x.indcollation[k] <> a.attcollation)
                union all select 'generated always of column', relname || '.' || attname
                  from tables t join pg_attribute a on a.attrelid = t.oid where attidentity = 'a' and not attisdropped""";
    }
}
