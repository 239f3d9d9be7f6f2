package dev.ilana.schema.diff;

import dev.ilana.schema.ddl.Spelling;
import dev.ilana.schema.definition.ColumnChange.AddColumn;
import dev.ilana.schema.definition.ColumnChange.ChangeColumn;
import dev.ilana.schema.definition.ColumnChange.DropColumn;
import dev.ilana.schema.definition.ColumnChange.RenameColumn;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.KeyChange.AddCheck;
import dev.ilana.schema.definition.KeyChange.AddForeignKey;
import dev.ilana.schema.definition.KeyChange.AddIndex;
import dev.ilana.schema.definition.KeyChange.DropCheck;
import dev.ilana.schema.definition.KeyChange.DropForeignKey;
import dev.ilana.schema.definition.KeyChange.DropIndex;
import dev.ilana.schema.definition.KeyChange.RenameIndex;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SequenceChange.ChangeSequence;
import dev.ilana.schema.definition.SequenceChange.CreateSequence;
import dev.ilana.schema.definition.SequenceChange.DropSequence;
import dev.ilana.schema.definition.SequenceDefinition;
import dev.ilana.schema.definition.TableChange.ChangeTableOptions;
import dev.ilana.schema.definition.TableChange.CommentOnTable;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableChange.DropTable;
import dev.ilana.schema.definition.TableChange.RenameTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TypeChange.AddEnumValue;
import dev.ilana.schema.definition.TypeChange.CreateEnum;
import dev.ilana.schema.definition.TypeChange.CreateSchema;
import dev.ilana.schema.definition.TypeChange.DropType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A difference in lines for people: {@code +} for what comes, {@code -} for what goes, {@code ~} for what changes. */
record DifferenceText(Spelling spelling) {

    List<String> lines(Difference difference) {
        List<String> lines = new ArrayList<>();
        for (SchemaChange change : difference.changes()) {
            lines.add(line(change));
            if (change instanceof CreateTable create) {
                TableDefinition table = create.table();
                table.foreignKeys().forEach(key -> lines.add(added(table.name(), key)));
            }
        }
        difference.withheld().forEach(withheld -> lines.add("! " + withheld));
        return lines;
    }

    private String line(SchemaChange change) {
        if (change instanceof CreateTable create) {
            return "+ table " + named(create.table().name()) + " "
                    + create.table().columns().stream()
                            .map(ColumnDefinition::name)
                            .collect(Collectors.joining(", ", "(", ")"));
        } else if (change instanceof DropTable drop) {
            return "- table " + named(drop.table());
        } else if (change instanceof RenameTable rename) {
            return "~ table " + named(rename.table()) + ": is now " + named(rename.newName());
        } else if (change instanceof CommentOnTable comment) {
            return "~ table " + named(comment.table()) + ": comment " + shown(comment.comment());
        } else if (change instanceof ChangeTableOptions options) {
            return "~ table " + named(options.table()) + ": " + options.options();
        } else if (change instanceof AddColumn add) {
            return "+ column " + of(add.table(), add.column().name()) + " " + words(add.column());
        } else if (change instanceof DropColumn drop) {
            return "- column " + of(drop.table(), drop.column());
        } else if (change instanceof RenameColumn rename) {
            return "~ column " + of(rename.table(), rename.column()) + ": is now " + named(rename.newName());
        } else if (change instanceof ChangeColumn changed) {
            return "~ column " + of(changed.table(), changed.to().name()) + ": " + words(changed.from()) + " → "
                    + words(changed.to());
        }
        return keyLine(change);
    }

    private String keyLine(SchemaChange change) {
        if (change instanceof AddIndex add) {
            return "+ " + words(add.index()) + " on " + named(add.table());
        } else if (change instanceof DropIndex drop) {
            return "- " + drop.kind().words() + " " + shown(drop.name()) + " on " + named(drop.table());
        } else if (change instanceof RenameIndex rename) {
            return "~ index " + named(rename.name()) + " on " + named(rename.table()) + ": is now "
                    + named(rename.newName());
        } else if (change instanceof AddForeignKey add) {
            return added(add.table(), add.key());
        } else if (change instanceof DropForeignKey drop) {
            return "- foreign key " + of(drop.table(), drop.columns());
        } else if (change instanceof AddCheck add) {
            return "+ check on " + named(add.table()) + ": " + spelling.condition(add.check());
        } else if (change instanceof DropCheck drop) {
            return "- check " + shown(drop.name()) + " on " + named(drop.table());
        }
        return typeLine(change);
    }

    private String typeLine(SchemaChange change) {
        if (change instanceof CreateSchema create) {
            return "+ schema " + named(create.name());
        } else if (change instanceof CreateEnum create) {
            return "+ enum " + named(create.type().name()) + " " + create.type().values();
        } else if (change instanceof AddEnumValue add) {
            return "+ value " + named(add.value()) + " of enum " + named(add.type());
        } else if (change instanceof DropType drop) {
            return "- enum " + named(drop.type());
        } else if (change instanceof CreateSequence create) {
            return "+ sequence " + words(create.sequence());
        } else if (change instanceof ChangeSequence changed) {
            return "~ sequence " + words(changed.sequence());
        } else if (change instanceof DropSequence drop) {
            return "- sequence " + named(drop.sequence());
        }
        throw new IllegalStateException("no difference has " + change);
    }

    private String words(ColumnDefinition column) {
        String value = spelling.defaultValue(column);
        return spelling.type(column)
                + (column.nullable() ? "" : " not null")
                + (column.autoIncrement() ? " counting up" : "")
                + (value == null ? "" : " default " + value)
                + (column.currentOnUpdate() ? " current on update" : "")
                + (column.computed() == null
                        ? ""
                        : " computed as " + column.computed().sql())
                + (column.text().charset() == null ? "" : " in " + column.text().charset())
                + (column.text().collation() == null
                        ? ""
                        : " by " + column.text().collation())
                + (column.comment() == null ? "" : " comment " + shown(column.comment()));
    }

    private String words(SequenceDefinition sequence) {
        return named(sequence.name()) + " " + spelling.options(sequence);
    }

    private static String words(IndexDefinition index) {
        return index.kind().words()
                + (index.name() == null ? "" : " " + named(index.name()))
                + index.parts().stream().map(IndexPart::words).collect(Collectors.joining(", ", " (", ")"))
                + (index.method() == null ? "" : " by " + index.method().name().toLowerCase(Locale.ROOT))
                + (index.where() == null ? "" : " where " + index.where());
    }

    private static String added(QualifiedName table, ForeignKeyDefinition key) {
        return "+ foreign key " + of(table, key.columns()) + " → " + of(key.referencedTable(), key.referencedColumns())
                + " on delete " + key.onDelete().words() + " on update "
                + key.onUpdate().words();
    }

    private static String of(QualifiedName table, List<String> columns) {
        return of(table, String.join(", ", columns));
    }

    private static String of(QualifiedName table, String column) {
        return "\"" + table + "." + column + "\"";
    }

    private static String named(Object name) {
        return "\"" + name + "\"";
    }

    private static String shown(@Nullable String text) {
        return text == null ? "none" : named(text);
    }
}
