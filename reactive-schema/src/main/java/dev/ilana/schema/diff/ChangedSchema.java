package dev.ilana.schema.diff;

import dev.ilana.schema.definition.ColumnChange;
import dev.ilana.schema.definition.ColumnChange.RenameColumn;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.KeyChange;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaDefinition;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A schema as the changes of a difference make it. */
final class ChangedSchema {

    private final Map<QualifiedName, TableDefinition> tables = new LinkedHashMap<>();
    private final List<EnumDefinition> enums;
    private final Map<QualifiedName, SequenceDefinition> sequences = new LinkedHashMap<>();

    private ChangedSchema(SchemaDefinition before) {
        before.tables().forEach(table -> tables.put(table.name(), table));
        enums = new ArrayList<>(before.enums());
        before.sequences().forEach(sequence -> sequences.put(sequence.name(), sequence));
    }

    /** The schema after the changes: new names come first in a difference. */
    static SchemaDefinition of(SchemaDefinition before, List<SchemaChange> changes) {
        ChangedSchema changed = new ChangedSchema(Renames.made(changes, before));
        changes.forEach(changed::make);
        return new SchemaDefinition(
                List.copyOf(changed.tables.values()), changed.enums, List.copyOf(changed.sequences.values()));
    }

    /** The tables that changes are of, by the names that they had before. */
    static Set<QualifiedName> tables(List<SchemaChange> changes) {
        return changes.stream().flatMap(change -> table(change).stream()).collect(Collectors.toSet());
    }

    private static Optional<QualifiedName> table(SchemaChange change) {
        if (change instanceof ColumnChange column) {
            return Optional.of(column.table());
        } else if (change instanceof KeyChange key) {
            return Optional.of(key.table());
        } else if (change instanceof DropTable drop) {
            return Optional.of(drop.table());
        } else if (change instanceof RenameTable rename) {
            return Optional.of(rename.table());
        } else if (change instanceof CommentOnTable comment) {
            return Optional.of(comment.table());
        }
        return change instanceof ChangeTableOptions options ? Optional.of(options.table()) : Optional.empty();
    }

    private void make(SchemaChange change) {
        if (change instanceof CreateTable create) {
            tables.put(create.table().name(), create.table());
        } else if (change instanceof DropTable drop) {
            tables.remove(drop.table());
        } else if (change instanceof CommentOnTable comment) {
            changed(comment.table(), table -> table.commented(comment.comment()));
        } else if (change instanceof ChangeTableOptions options) {
            changed(options.table(), table -> table.with(options.options()));
        } else if (change instanceof CreateEnum create) {
            enums.add(create.type());
        } else if (change instanceof AddEnumValue add) {
            enums.replaceAll(type -> type.name().equals(add.type()) ? with(type, add) : type);
        } else if (change instanceof DropType drop) {
            enums.removeIf(type -> type.name().equals(drop.type()));
        } else if (change instanceof CreateSequence create) {
            sequences.put(create.sequence().name(), create.sequence());
        } else if (change instanceof ChangeSequence changed) {
            sequences.put(changed.sequence().name(), changed.sequence());
        } else if (change instanceof DropSequence drop) {
            sequences.remove(drop.sequence());
        } else if (change instanceof ColumnChange column && !(change instanceof RenameColumn)) {
            changed(column.table(), table -> table.made(column));
        } else if (change instanceof KeyChange key) {
            changed(key.table(), table -> table.made(key));
        } else if (!isMadeAlready(change)) {
            throw new IllegalStateException("no difference has " + change);
        }
    }

    /** New names were given before all else; and a schema is there when a table is in it. */
    private static boolean isMadeAlready(SchemaChange change) {
        return change instanceof RenameTable || change instanceof RenameColumn || change instanceof CreateSchema;
    }

    private void changed(QualifiedName name, UnaryOperator<ChangedTable> change) {
        TableDefinition table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("a change of table \"" + name + "\", which is not there");
        }
        tables.put(name, change.apply(ChangedTable.of(table)).definition());
    }

    private static EnumDefinition with(EnumDefinition type, AddEnumValue add) {
        List<String> values = new ArrayList<>(type.values());
        values.add(add.before() == null ? values.size() : values.indexOf(add.before()), add.value());
        return new EnumDefinition(type.name(), values);
    }
}
