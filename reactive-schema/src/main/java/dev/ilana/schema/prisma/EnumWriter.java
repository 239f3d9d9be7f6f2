package dev.ilana.schema.prisma;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.prisma.PrismaEnum.Value;
import dev.ilana.schema.prisma.syntax.Argument;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.Expression.Text;
import dev.ilana.schema.prisma.syntax.Line;
import dev.ilana.schema.prisma.syntax.Line.Block;
import dev.ilana.schema.prisma.syntax.Line.BlockAttribute;
import dev.ilana.schema.prisma.syntax.Line.EnumValue;
import dev.ilana.schema.prisma.syntax.Line.Keyword;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes enums: the database's own, and one for each column that has words of its own. */
final class EnumWriter {

    private final CodeNames names;
    private final Map<QualifiedName, PrismaEnum> types = new LinkedHashMap<>();
    private final List<PrismaEnum> all = new ArrayList<>();

    /** @param names the names that models and enums have */
    EnumWriter(CodeNames names, List<EnumDefinition> enums) {
        this.names = names;
        enums.forEach(type -> add(type.name(), type.values()));
    }

    @CanIgnoreReturnValue
    private PrismaEnum add(QualifiedName type, List<String> words) {
        PrismaEnum added = added(names.free(type.name()), type, words);
        types.put(type, added);
        return added;
    }

    private PrismaEnum added(String name, QualifiedName type, List<String> words) {
        CodeNames values = new CodeNames();
        PrismaEnum added = new PrismaEnum(
                name,
                type,
                words.stream().map(word -> new Value(values.free(word), word)).toList());
        all.add(added);
        return added;
    }

    /** The enum that a column's values are of. */
    PrismaEnum of(Enumeration words, Written model, ColumnDefinition column) {
        QualifiedName type = words.typeName();
        if (type == null) {
            String name = names.free(model.model() + "_" + column.name());
            return added(name, new QualifiedName(null, name), words.values());
        }
        PrismaEnum known = types.get(type);
        return known == null ? add(type, words.values()) : known;
    }

    List<Block> blocks() {
        return all.stream().map(EnumWriter::block).toList();
    }

    private static Block block(PrismaEnum one) {
        List<Line> lines = new ArrayList<>();
        for (Value value : one.values()) {
            lines.add(new EnumValue(Name.of(value.name()), mapped(value.name(), value.stored()), null));
        }
        mapped(one.name(), one.type().name()).forEach(map -> lines.add(new BlockAttribute(map, null)));
        lines.addAll(SchemaWriter.schema(one.type()));
        return new Block(Keyword.ENUM, Name.of(one.name()), lines);
    }

    /** What says another name in the database; nothing for the same. */
    static List<Attribute> mapped(String name, String inDatabase) {
        return name.equals(inDatabase) ? List.of() : List.of(Attribute.of("map", Argument.of(Text.of(inDatabase))));
    }
}
