package dev.ilana.schema.generate;

import dev.ilana.schema.definition.ColumnChange.AddColumn;
import dev.ilana.schema.definition.ColumnChange.ChangeColumn;
import dev.ilana.schema.definition.ColumnChange.DropColumn;
import dev.ilana.schema.definition.ColumnChange.Position;
import dev.ilana.schema.definition.ColumnChange.RenameColumn;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.KeyChange.AddCheck;
import dev.ilana.schema.definition.KeyChange.AddForeignKey;
import dev.ilana.schema.definition.KeyChange.AddIndex;
import dev.ilana.schema.definition.KeyChange.DropCheck;
import dev.ilana.schema.definition.KeyChange.DropForeignKey;
import dev.ilana.schema.definition.KeyChange.DropIndex;
import dev.ilana.schema.definition.KeyChange.RenameIndex;
import dev.ilana.schema.definition.KeyChange.UseIndex;
import dev.ilana.schema.definition.KeyChange.ValidateConstraint;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.TableChange.ChangeTableOptions;
import dev.ilana.schema.definition.TableChange.CommentOnTable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of a table that is there, in lines of its blueprint.
 *
 * @param turn steps of one turn may go in any order, as far as they are of different tables
 */
record TableStep(QualifiedName table, Turn turn, List<String> lines) {

    /** A foreign key is about two tables: it goes before anything changes, and comes when all has. */
    enum Turn {
        FOREIGN_KEYS_OUT,
        TABLE,
        FOREIGN_KEYS_IN
    }

    /** The step; empty for a change that is none of one table. */
    static Optional<TableStep> of(Words words, SchemaChange change) {
        if (change instanceof AddForeignKey add) {
            Chain told = words.foreignKeys().added(add.table(), add.key()).sayIf(add.notValid(), "notValid");
            return Optional.of(step(add.table(), Turn.FOREIGN_KEYS_IN, told));
        } else if (change instanceof DropForeignKey drop) {
            return Optional.of(step(
                    drop.table(), Turn.FOREIGN_KEYS_OUT, words.foreignKeys().dropped(drop)));
        } else if (change instanceof CommentOnTable comment) {
            String line = comment.comment() == null
                    ? Chain.BLUEPRINT.say("withoutComment").statement()
                    : Words.comment(comment.comment());
            return Optional.of(new TableStep(comment.table(), Turn.TABLE, List.of(line)));
        } else if (change instanceof ChangeTableOptions options) {
            return Optional.of(new TableStep(options.table(), Turn.TABLE, words.options(options.options())));
        }
        return column(words, change).or(() -> key(words, change));
    }

    private static TableStep step(QualifiedName table, Turn turn, Chain told) {
        return new TableStep(table, turn, List.of(told.statement()));
    }

    private static Optional<TableStep> column(Words words, SchemaChange change) {
        if (change instanceof AddColumn add) {
            Chain told = add.primary()
                    ? words.columns().key(add.column())
                    : words.columns().added(add.column());
            return Optional.of(step(add.table(), Turn.TABLE, placed(told, add.position())));
        } else if (change instanceof ChangeColumn changed) {
            Chain told = words.columns().changed(changed.from(), changed.to());
            return Optional.of(step(changed.table(), Turn.TABLE, placed(told, changed.position())));
        } else if (change instanceof DropColumn drop) {
            return Optional.of(
                    step(drop.table(), Turn.TABLE, Chain.BLUEPRINT.say("dropColumn", JavaLiteral.text(drop.column()))));
        } else if (change instanceof RenameColumn rename) {
            return Optional.of(step(
                    rename.table(),
                    Turn.TABLE,
                    Chain.BLUEPRINT.sayTexts("renameColumn", List.of(rename.column(), rename.newName()))));
        }
        return Optional.empty();
    }

    private static Chain placed(Chain told, @Nullable Position position) {
        if (position == null) {
            return told;
        }
        return position.after() == null ? told.say("first") : told.say("after", JavaLiteral.text(position.after()));
    }

    private static Optional<TableStep> key(Words words, SchemaChange change) {
        if (change instanceof AddIndex add) {
            Chain told = words.indexes().added(add.table(), add.index()).sayIf(add.concurrently(), "concurrently");
            return Optional.of(step(add.table(), Turn.TABLE, told));
        } else if (change instanceof DropIndex drop) {
            return Optional.of(step(drop.table(), Turn.TABLE, words.indexes().dropped(drop)));
        } else if (change instanceof RenameIndex rename) {
            Chain told = Chain.BLUEPRINT.sayTexts(
                    rename.kind() == Kind.UNIQUE ? "renameUnique" : "renameIndex",
                    List.of(rename.name(), rename.newName()));
            return Optional.of(step(rename.table(), Turn.TABLE, told));
        } else if (change instanceof AddCheck add) {
            return Optional.of(step(add.table(), Turn.TABLE, words.checks().added(add)));
        } else if (change instanceof DropCheck drop) {
            return Optional.of(step(drop.table(), Turn.TABLE, words.checks().dropped(drop)));
        } else if (change instanceof ValidateConstraint validate) {
            return Optional.of(step(
                    validate.table(),
                    Turn.TABLE,
                    Chain.BLUEPRINT.say("validateConstraint", JavaLiteral.text(validate.name()))));
        } else if (change instanceof UseIndex use) {
            return Optional.of(step(
                    use.table(), Turn.TABLE, Chain.BLUEPRINT.say("uniqueUsingIndex", JavaLiteral.text(use.index()))));
        }
        return Optional.empty();
    }
}
