package dev.ilana.schema.ddl;

import dev.ilana.dialect.Capability;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.TypeChange;
import dev.ilana.schema.definition.TypeChange.AddEnumValue;
import dev.ilana.schema.definition.TypeChange.CreateCompositeType;
import dev.ilana.schema.definition.TypeChange.CreateDomain;
import dev.ilana.schema.definition.TypeChange.CreateEnum;
import dev.ilana.schema.definition.TypeChange.CreateExtension;
import dev.ilana.schema.definition.TypeChange.CreateSchema;
import dev.ilana.schema.definition.TypeChange.DropDomain;
import dev.ilana.schema.definition.TypeChange.DropExtension;
import dev.ilana.schema.definition.TypeChange.DropSchema;
import dev.ilana.schema.definition.TypeChange.DropType;
import dev.ilana.schema.definition.TypeChange.RenameEnumValue;
import java.util.stream.Collectors;

/** Spells schemas, extensions and types, which have one spelling on all databases that have them. */
final class TypeChangeGrammar {

    private final Identifiers names;
    private final ColumnGrammar columns;
    private final Literals literals;

    TypeChangeGrammar(Identifiers names, ColumnGrammar columns) {
        this.names = names;
        this.columns = columns;
        this.literals = columns.literals();
    }

    String statement(TypeChange change) {
        if (change instanceof CreateSchema create) {
            requireSchemas();
            return "create schema " + (create.ifNotExists() ? "if not exists " : "") + names.quoted(create.name());
        } else if (change instanceof DropSchema drop) {
            requireSchemas();
            return "drop schema " + ifExists(drop.ifExists()) + names.quoted(drop.name())
                    + (drop.cascade() ? " cascade" : " restrict");
        } else if (change instanceof CreateExtension create) {
            requireExtensions();
            return "create extension if not exists \"" + create.name() + "\"";
        } else if (change instanceof DropExtension drop) {
            requireExtensions();
            return "drop extension if exists \"" + drop.name() + "\"";
        }
        names.dialect()
                .require(Capability.USER_TYPE, "say enumeration(…), or check(…), of each column that has the type");
        return type(change);
    }

    private String type(TypeChange change) {
        if (change instanceof CreateEnum create) {
            return "create type " + names.quoted(create.type().name()) + " as enum "
                    + literals.strings(create.type().values());
        } else if (change instanceof AddEnumValue add) {
            String before = add.before();
            return "alter type " + names.quoted(add.type()) + " add value " + literals.string(add.value())
                    + (before == null ? "" : " before " + literals.string(before));
        } else if (change instanceof RenameEnumValue rename) {
            return "alter type " + names.quoted(rename.type()) + " rename value " + literals.string(rename.value())
                    + " to " + literals.string(rename.newValue());
        } else if (change instanceof CreateCompositeType create) {
            return "create type " + names.quoted(create.type()) + " as "
                    + create.fields().stream().map(this::field).collect(Collectors.joining(", ", "(", ")"));
        } else if (change instanceof CreateDomain create) {
            return "create domain " + names.quoted(create.type()) + " as "
                    + columns.types().type(create.base())
                    + (create.check() == null ? "" : " check (" + literals.raw(create.check()) + ")");
        } else if (change instanceof DropDomain drop) {
            return "drop domain " + ifExists(drop.ifExists()) + names.quoted(drop.type());
        }
        DropType drop = (DropType) change;
        return "drop type " + ifExists(drop.ifExists()) + names.quoted(drop.type());
    }

    /** A field has a name and a type; it can't be held to anything else. */
    private String field(ColumnDefinition field) {
        return names.quoted(field.name()) + " " + columns.type(field);
    }

    private static String ifExists(boolean ifExists) {
        return ifExists ? "if exists " : "";
    }

    private void requireSchemas() {
        names.dialect().require(Capability.SCHEMA, "a database is its one schema; connect to another database");
    }

    private void requireExtensions() {
        names.dialect().require(Capability.EXTENSION, "what it brings must be in the server already");
    }
}
