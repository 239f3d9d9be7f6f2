package dev.ilana.schema.generate;

import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SequenceChange.ChangeSequence;
import dev.ilana.schema.definition.SequenceChange.CreateSequence;
import dev.ilana.schema.definition.SequenceChange.DropSequence;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableChange.DropTable;
import dev.ilana.schema.definition.TableChange.RenameTable;
import dev.ilana.schema.definition.TypeChange.AddEnumValue;
import dev.ilana.schema.definition.TypeChange.CreateEnum;
import dev.ilana.schema.definition.TypeChange.CreateExtension;
import dev.ilana.schema.definition.TypeChange.CreateSchema;
import dev.ilana.schema.definition.TypeChange.DropDomain;
import dev.ilana.schema.definition.TypeChange.DropExtension;
import dev.ilana.schema.definition.TypeChange.DropSchema;
import dev.ilana.schema.definition.TypeChange.DropType;
import dev.ilana.schema.definition.TypeChange.RenameEnumValue;
import java.util.ArrayList;
import java.util.List;

/** The words by which a schema is told what is not of one table that is there. */
record SchemaWords(Words words, DdlGrammar grammar) {

    /** An expression for each thing to be told; for what has no word, the statements as they are. */
    List<String> of(SchemaChange change) {
        if (change instanceof CreateTable create) {
            return List.of(block("create", create.table().name().toString(), TableWords.of(words, create.table())));
        } else if (change instanceof DropTable drop) {
            return List.of(
                    told(drop.ifExists() ? "dropIfExists" : "drop", drop.table().toString()));
        } else if (change instanceof RenameTable rename) {
            return List.of(told("rename", rename.table().toString(), rename.newName()));
        } else if (change instanceof CreateSchema create && create.ifNotExists()) {
            return List.of(told("createSchema", create.name()));
        } else if (change instanceof DropSchema drop && drop.ifExists()) {
            return List.of(told(drop.cascade() ? "dropSchemaCascade" : "dropSchema", drop.name()));
        }
        return type(change);
    }

    private List<String> type(SchemaChange change) {
        if (change instanceof CreateEnum create) {
            List<String> texts = new ArrayList<>(List.of(create.type().name().toString()));
            texts.addAll(create.type().values());
            return List.of(ofPostgreSql("createEnum", texts));
        } else if (change instanceof AddEnumValue add) {
            String type = add.type().toString();
            return List.of(
                    add.before() == null
                            ? ofPostgreSql("addEnumValue", List.of(type, add.value()))
                            : ofPostgreSql("addEnumValueBefore", List.of(type, add.value(), add.before())));
        } else if (change instanceof RenameEnumValue rename) {
            return List.of(ofPostgreSql(
                    "renameEnumValue", List.of(rename.type().toString(), rename.value(), rename.newValue())));
        } else if (change instanceof DropType drop) {
            return List.of(ofPostgreSql("dropType", List.of(drop.type().toString())));
        } else if (change instanceof DropDomain drop) {
            return List.of(ofPostgreSql("dropDomain", List.of(drop.type().toString())));
        } else if (change instanceof CreateExtension create) {
            return List.of(ofPostgreSql("createExtension", List.of(create.name())));
        } else if (change instanceof DropExtension drop) {
            return List.of(ofPostgreSql("dropExtension", List.of(drop.name())));
        } else if (change instanceof CreateSequence create) {
            return List.of(SequenceWords.of("createSequence", create.sequence()));
        } else if (change instanceof ChangeSequence changed) {
            return List.of(SequenceWords.of("changeSequence", changed.sequence()));
        } else if (change instanceof DropSequence drop) {
            return List.of(told(
                    drop.ifExists() ? "dropSequenceIfExists" : "dropSequence",
                    drop.sequence().toString()));
        }
        return grammar.statements(change).stream()
                .map(statement -> told("raw", statement))
                .toList();
    }

    private static String told(String word, String... texts) {
        return Chain.SCHEMA.sayTexts(word, List.of(texts)).text();
    }

    private static String ofPostgreSql(String word, List<String> texts) {
        return Chain.SCHEMA.say("postgreSql").sayTexts(word, texts).text();
    }

    /** A word with a blueprint, whose lines stand one step further in than what it begins with. */
    static String block(String word, String table, List<String> lines) {
        StringBuilder text = new StringBuilder("schema." + word + "(" + JavaLiteral.text(table) + ", t -> {\n");
        lines.forEach(line -> text.append("    ").append(line).append('\n'));
        return text.append("})").toString();
    }
}
