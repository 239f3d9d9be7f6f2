package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.CheckDefinition.Matches;
import dev.ilana.schema.definition.CheckDefinition.Positive;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.Line;
import dev.ilana.schema.prisma.syntax.Line.Block;
import dev.ilana.schema.prisma.syntax.Line.BlockAttribute;
import dev.ilana.schema.prisma.syntax.Line.Comment;
import dev.ilana.schema.prisma.syntax.Line.Gap;
import dev.ilana.schema.prisma.syntax.Line.Keyword;
import dev.ilana.schema.prisma.syntax.Line.Marks;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a table as a model, with what can't be said of it in comments above. */
final class ModelWriter {

    private final KeyWriter keys;
    private final ColumnWriter columns;

    ModelWriter(ProviderRules rules, ColumnWriter columns) {
        this.keys = new KeyWriter(rules);
        this.columns = columns;
    }

    List<Line> write(Written model) {
        TableDefinition table = model.table();
        List<Line> block = new ArrayList<>();
        for (ColumnDefinition column : table.columns()) {
            block.addAll(documentation(column.comment()));
            block.add(model.field(column.name()));
        }
        block.addAll(model.relations());
        List<Line> lines = new ArrayList<>();
        lines.add(new Gap());
        for (IndexDefinition index : table.indexes()) {
            if (!KeyWriter.isSayable(index)) {
                model.note(KeyWriter.described(index));
            } else if (!isBehindField(index, model)) {
                block.add(attribute(keys.ofBlock(index, model)));
            }
        }
        EnumWriter.mapped(model.model(), table.name().name()).forEach(map -> block.add(attribute(map)));
        if (!model.isIdentified()) {
            block.add(attribute(Attribute.of("ignore")));
            model.note("no key tells its rows apart");
        }
        block.addAll(SchemaWriter.schema(table.name()));
        table.checks().forEach(check -> model.note(described(check)));
        model.notes().forEach(note -> lines.add(Comment.of(Marks.LINE, " " + note.replaceAll("\\s+", " "))));
        lines.addAll(documentation(table.comment()));
        lines.add(new Block(Keyword.MODEL, Name.of(model.model()), block));
        return lines;
    }

    private boolean isBehindField(IndexDefinition index, Written model) {
        return keys.isOfField(index)
                && index.columns().stream()
                        .flatMap(column -> model.table().column(column).stream())
                        .map(column -> columns.onlyOf(column, model))
                        .anyMatch(Optional.of(index)::equals);
    }

    private static BlockAttribute attribute(Attribute attribute) {
        return new BlockAttribute(attribute, null);
    }

    private static List<Line> documentation(@Nullable String comment) {
        return comment == null
                ? List.of()
                : comment.lines()
                        .<Line>map(line -> Comment.of(Marks.DOCUMENTATION, line.isEmpty() ? "" : " " + line))
                        .toList();
    }

    private static String described(CheckDefinition check) {
        String name = "check \"" + check.name() + "\": ";
        if (check.rule() instanceof Positive positive) {
            return name + positive.column() + " > 0";
        } else if (check.rule() instanceof Matches matches) {
            return name + matches.column() + " matches " + matches.regex();
        }
        return name + ((Condition) check.rule()).sql();
    }
}
