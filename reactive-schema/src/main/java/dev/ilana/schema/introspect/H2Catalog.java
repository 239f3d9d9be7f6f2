package dev.ilana.schema.introspect;

import dev.ilana.connection.Database;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SequenceDefinition;
import dev.ilana.schema.definition.TableOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The information schema of H2. */
final class H2Catalog extends Catalog {

    H2Catalog(Database database) {
        super(database);
    }

    @Override
    String currentSchemaQuery() {
        return "select current_schema as name";
    }

    @Override
    String inSchema(@Nullable String schema, String prefix) {
        return prefix + "table_schema = " + (schema == null ? "current_schema" : quoted(schema));
    }

    @Override
    Mono<List<ColumnDefinition>> columnDefinitions(QualifiedName table) {
        return read("""
                select c.column_name as name, c.data_type as type, cast(c.character_maximum_length as varchar) as length,
                  cast(c.numeric_precision as varchar) as digits, cast(c.numeric_scale as varchar) as scale, cast(c.datetime_precision as varchar) as precision,
                  c.geometry_type as shape, cast(c.geometry_srid as varchar) as srid, c.is_nullable as nullable,
                  c.is_identity as identity, c.column_default as default_value, c.column_on_update as on_update,
                  c.generation_expression as computed, c.remarks as comment,
                  e.data_type as element_type, cast(e.character_maximum_length as varchar) as element_length,
                  cast(e.numeric_precision as varchar) as element_digits, cast(e.numeric_scale as varchar) as element_scale,
                  cast(e.datetime_precision as varchar) as element_precision
                from information_schema.columns c
                  left join information_schema.element_types e on e.object_schema = c.table_schema
                    and e.object_name = c.table_name and upper(e.object_type) = 'TABLE'
                    and e.collection_type_identifier = c.dtd_identifier
                where %s
                order by c.ordinal_position""".formatted(isTable(table, "c.")), H2Catalog::column);
    }

    private static ColumnDefinition column(CatalogRow row) {
        ColumnType type = H2TypeNames.type(row);
        ColumnDefinition column = ColumnDefinition.of(row.word("name"), type)
                .withNullable(row.yes("nullable"))
                .withAutoIncrement(row.yes("identity"))
                .withComment(row.nonEmpty("comment"));
        String computed = row.text("computed");
        if (computed != null) {
            return column.withComputed(new Computed(computed, true));
        }
        String value = row.text("default_value");
        return column.withCurrentOnUpdate(row.text("on_update") != null)
                .withDefault(
                        value == null || row.yes("identity") ? null : DefaultText.ofSql(value, type, SqlText.STANDARD));
    }

    @Override
    Mono<List<IndexDefinition>> indexes(QualifiedName table, List<ColumnDefinition> columns) {
        Mono<List<IndexDefinition>> constraints = read(
                        """
                select c.constraint_name as name, c.constraint_type as kind, %s as column_name
                from information_schema.table_constraints c
                  join information_schema.key_column_usage k on k.constraint_schema = c.constraint_schema
                    and k.constraint_name = c.constraint_name
                where %s and upper(c.constraint_type) in ('PRIMARY KEY', 'UNIQUE')
                order by c.constraint_type, c.constraint_name, k.ordinal_position""".formatted(nameNow("k"), isTable(table, "c.")),
                        row -> new H2IndexRow(row.word("name"), row.keyword("kind"), row.word("column_name"), false))
                .map(rows -> grouped(rows, H2IndexRow::name, H2IndexRow::index));
        Mono<List<IndexDefinition>> indexes = read(
                        """
                select i.index_name as name, i.index_type_name as kind, k.column_name as column_name,
                  k.ordering_specification as ordering
                from information_schema.indexes i
                  join information_schema.index_columns k on k.index_schema = i.index_schema
                    and k.index_name = i.index_name
                where %s and i.is_generated = false
                order by i.index_name, k.ordinal_position""".formatted(isTable(table, "i.")),
                        row -> new H2IndexRow(
                                row.word("name"),
                                row.keyword("kind"),
                                row.word("column_name"),
                                row.keyword("ordering").equals("DESC")))
                .map(rows -> grouped(rows, H2IndexRow::name, H2IndexRow::index));
        return constraints.zipWith(indexes, (keys, others) -> {
            List<IndexDefinition> all = new ArrayList<>(keys);
            all.addAll(others);
            return all;
        });
    }

    /**
     * The name of a key's column: until it is opened anew, H2 shows the one that the column had when the key was made. The key's
     * index has the new one in the same place.
     */
    private static String nameNow(String usage) {
        return """
                case when exists (select 1 from information_schema.columns n where n.table_schema = %1$s.table_schema
                    and n.table_name = %1$s.table_name and n.column_name = %1$s.column_name) then %1$s.column_name
                  else (select x.column_name from information_schema.table_constraints o
                    join information_schema.index_columns x on x.index_schema = o.index_schema
                      and x.index_name = o.index_name
                    where o.constraint_schema = %1$s.constraint_schema and o.constraint_name = %1$s.constraint_name
                      and x.ordinal_position = %1$s.ordinal_position) end""".formatted(usage);
    }

    /** One column of an index. */
    private record H2IndexRow(String name, String kind, String column, boolean descending) {

        static IndexDefinition index(List<H2IndexRow> rows) {
            Kind kind = switch (rows.get(0).kind) {
                case "PRIMARY KEY" -> Kind.PRIMARY;
                case "UNIQUE", "UNIQUE INDEX" -> Kind.UNIQUE;
                case "SPATIAL INDEX" -> Kind.SPATIAL;
                default -> Kind.INDEX;
            };
            List<IndexPart> parts = rows.stream()
                    .<IndexPart>map(row -> new OfColumn(row.column, row.descending, null, null))
                    .toList();
            // A unique index is dropped as one, and a unique constraint as one.
            IndexMethod method = rows.get(0).kind.equals("UNIQUE INDEX") ? IndexMethod.BTREE : null;
            return new IndexDefinition(kind, rows.get(0).name, parts, null, method, null);
        }
    }

    @Override
    Mono<List<ForeignKeyDefinition>> foreignKeys(QualifiedName table) {
        return read(
                        """
                select r.constraint_name as name, %s as column_name, %s as referenced,
                  case when u.table_schema = current_schema then null else u.table_schema end as referenced_schema,
                  u.table_name as referenced_table, r.delete_rule as on_delete, r.update_rule as on_update
                from information_schema.referential_constraints r
                  join information_schema.key_column_usage k on k.constraint_schema = r.constraint_schema
                    and k.constraint_name = r.constraint_name
                  join information_schema.key_column_usage u on u.constraint_schema = r.unique_constraint_schema
                    and u.constraint_name = r.unique_constraint_name
                    and u.ordinal_position = k.position_in_unique_constraint
                where %s
                order by r.constraint_name, k.ordinal_position""".formatted(nameNow("k"), nameNow("u"), isTable(table, "k.")),
                        row -> ForeignKeyRow.of(row, ReferentialActions::of))
                .map(rows -> grouped(rows, ForeignKeyRow::name, ForeignKeyRow::key));
    }

    @Override
    Mono<List<CheckDefinition>> checks(QualifiedName table) {
        return read(
                        """
                select c.constraint_name as name, k.check_clause as condition, u.column_name as column_name
                from information_schema.table_constraints c
                  join information_schema.check_constraints k on k.constraint_schema = c.constraint_schema
                    and k.constraint_name = c.constraint_name
                  left join information_schema.constraint_column_usage u on u.constraint_schema = c.constraint_schema
                    and u.constraint_name = c.constraint_name
                where %s and upper(c.constraint_type) = 'CHECK'
                order by c.constraint_name, u.column_name""".formatted(isTable(table, "c.")),
                        row -> new CheckDefinition(
                                row.word("name"),
                                row.text("column_name") == null ? List.of() : List.of(row.word("column_name")),
                                new Condition(row.word("condition"))))
                .map(rows -> grouped(
                        rows,
                        check -> String.valueOf(check.name()),
                        parts -> new CheckDefinition(
                                parts.get(0).name(),
                                parts.stream()
                                        .flatMap(part -> part.columns().stream())
                                        .toList(),
                                parts.get(0).rule())));
    }

    @Override
    Mono<Facts> facts(QualifiedName table) {
        return read(
                        "select remarks as comment from information_schema.tables where " + isTable(table, ""),
                        row -> new Facts(TableOptions.NONE, row.nonEmpty("comment")))
                .map(rows -> rows.isEmpty() ? new Facts(TableOptions.NONE, null) : rows.get(0));
    }

    /**
     * Those of counting columns are not shown among them. Of one over half of all numbers H2 shows a cache below zero, as it counts
     * past the end of its own.
     */
    @Override
    Flux<SequenceDefinition> sequencesIn(@Nullable String schema) {
        return read("""
                select sequence_name as name, cast(start_value as varchar) as start,
                  cast(increment as varchar) as increment, cast(minimum_value as varchar) as minimum,
                  cast(maximum_value as varchar) as maximum, cast(case when cache < 1 then 32 else cache end as varchar) as cache, cycle_option as cycles
                from information_schema.sequences
                where sequence_schema = %s
                order by sequence_name""".formatted(schema == null ? "current_schema" : quoted(schema)), row -> sequence(schema, row))
                .flatMapIterable(sequences -> sequences);
    }

    @Override
    String unreadThings() {
        return """
                select lower(table_type) as kind, table_name as name from information_schema.tables
                  where table_schema = current_schema and table_type <> 'BASE TABLE'
                union all select 'domain', domain_name from information_schema.domains
                  where domain_schema = current_schema
                union all select lower(routine_type), routine_name from information_schema.routines
                  where routine_schema = current_schema
                union all select 'constant', constant_name from information_schema.constants
                  where constant_schema = current_schema
                union all select 'synonym', synonym_name from information_schema.synonyms
                  where synonym_schema = current_schema
                union all select 'trigger', trigger_name from information_schema.triggers
                  where trigger_schema = current_schema
                union all select 'generated always of column', table_name || '.' || column_name
                  from information_schema.columns
                  where table_schema = current_schema and identity_generation = 'ALWAYS'
                union all select 'place of nulls in index', index_name from information_schema.index_columns
                  where table_schema = current_schema and (ordering_specification = 'ASC') <> (null_ordering = 'FIRST')
                union all select 'equal nulls of constraint', constraint_name from information_schema.table_constraints
                  where table_schema = current_schema and nulls_distinct = 'NO'""";
    }
}
