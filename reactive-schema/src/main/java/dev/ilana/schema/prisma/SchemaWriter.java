package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.prisma.syntax.Argument;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.Expression.Call;
import dev.ilana.schema.prisma.syntax.Expression.ListOf;
import dev.ilana.schema.prisma.syntax.Expression.Text;
import dev.ilana.schema.prisma.syntax.Line;
import dev.ilana.schema.prisma.syntax.Line.Block;
import dev.ilana.schema.prisma.syntax.Line.BlockAttribute;
import dev.ilana.schema.prisma.syntax.Line.Keyword;
import dev.ilana.schema.prisma.syntax.Line.Setting;
import dev.ilana.schema.prisma.syntax.Name;
import dev.ilana.schema.prisma.syntax.PrismaFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes a definition as a file. */
final class SchemaWriter {

    private final SchemaDefinition definition;
    private final PrismaProvider provider;
    private final ProviderRules rules;
    private final Map<QualifiedName, Written> models = new LinkedHashMap<>();
    private final EnumWriter enums;

    SchemaWriter(SchemaDefinition definition, PrismaProvider provider) {
        this.definition = definition;
        this.provider = provider;
        this.rules = provider.rules();
        CodeNames names =
                new CodeNames(Stream.of(Scalar.values()).map(Scalar::word).toList());
        // Tables first, as their names are those that programs use most.
        Stream.concat(
                        definition.tables().stream().filter(table -> !WrittenJoin.isNamedSo(table)),
                        definition.tables().stream().filter(WrittenJoin::isNamedSo))
                .forEach(table -> models.put(
                        table.name(), new Written(table, names.free(table.name().name()))));
        this.enums = new EnumWriter(names, definition.enums());
    }

    PrismaFile file() {
        List<WrittenJoin> joins = definition.tables().stream()
                .flatMap(table -> WrittenJoin.of(table, rules, models).stream())
                .toList();
        joins.forEach(join -> models.remove(join.name()));
        ColumnWriter columns = new ColumnWriter(rules, enums);
        for (Written model : models.values()) {
            model.table().columns().forEach(column -> columns.write(column, model));
        }
        new RelationWriter(rules, models).write(joins);
        List<Line> lines = new ArrayList<>();
        lines.add(datasource());
        for (TableDefinition table : definition.tables()) {
            Written model = models.get(table.name());
            if (model != null) {
                lines.addAll(new ModelWriter(rules, columns).write(model));
            }
        }
        lines.addAll(enums.blocks());
        return new PrismaFile(lines);
    }

    private Block datasource() {
        List<Line> settings = new ArrayList<>();
        settings.add(new Setting(Name.of("provider"), Text.of(provider.word()), null));
        settings.add(new Setting(Name.of("url"), Call.of("env", Argument.of(Text.of("DATABASE_URL"))), null));
        List<Text> schemas = Stream.concat(
                        definition.tables().stream().map(TableDefinition::name),
                        definition.enums().stream().map(EnumDefinition::name))
                .map(QualifiedName::schema)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(Text::of)
                .toList();
        if (!schemas.isEmpty()) {
            settings.add(new Setting(Name.of("schemas"), ListOf.of(schemas), null));
        }
        return new Block(Keyword.DATASOURCE, Name.of("db"), settings);
    }

    /** What says which schema it is in; nothing for the one in use. */
    static List<Line> schema(QualifiedName name) {
        String schema = name.schema();
        return schema == null
                ? List.of()
                : List.of(new BlockAttribute(Attribute.of("schema", Argument.of(Text.of(schema))), null));
    }
}
