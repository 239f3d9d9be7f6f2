package dev.ilana.schema.ddl;

import static dev.ilana.dialect.Dialects.H2;
import static dev.ilana.dialect.Dialects.MARIADB;
import static dev.ilana.dialect.Dialects.MYSQL;
import static dev.ilana.schema.ddl.Spelled.change;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.QualifiedName;
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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schemas, extensions and types. */
class TypeChangeDdlTest {

    private static final QualifiedName MOOD = QualifiedName.of("app.mood");

    @Test
    void schemas() {
        change(new CreateSchema("app", true))
                .standard("create schema if not exists `app`")
                .refused(
                        "schemas inside of a database; a database is its one schema; connect to another database",
                        MYSQL,
                        MARIADB);
        change(new DropSchema("app", true, false)).standard("drop schema if exists `app` restrict");
        change(new DropSchema("app", false, true)).standard("drop schema `app` cascade");
    }

    @Test
    void extensions() {
        change(new CreateExtension("uuid-ossp"))
                .postgreSql("create extension if not exists `uuid-ossp`")
                .refused("extensions; what it brings must be in the server already", H2, MYSQL, MARIADB);
        change(new DropExtension("uuid-ossp")).postgreSql("drop extension if exists `uuid-ossp`");
    }

    @Test
    void enums() {
        change(new CreateEnum(new EnumDefinition(MOOD, List.of("sad", "it's ok"))))
                .postgreSql("create type `app`.`mood` as enum ('sad', 'it''s ok')")
                .refused(
                        "types of one's own; say enumeration(…), or check(…), of each column that has the type",
                        H2,
                        MYSQL,
                        MARIADB);
        change(new AddEnumValue(MOOD, "ok", null)).postgreSql("alter type `app`.`mood` add value 'ok'");
        change(new AddEnumValue(MOOD, "ok", "sad")).postgreSql("alter type `app`.`mood` add value 'ok' before 'sad'");
        change(new RenameEnumValue(MOOD, "ok", "fine"))
                .postgreSql("alter type `app`.`mood` rename value 'ok' to 'fine'");
        change(new DropType(MOOD, true)).postgreSql("drop type if exists `app`.`mood`");
    }

    @Test
    void compositeTypesAndDomains() {
        change(new CreateCompositeType(
                        QualifiedName.of("address"),
                        List.of(
                                ColumnDefinition.of("street", new Varchar(60)),
                                ColumnDefinition.of("number", new Integral(Size.NORMAL, false)))))
                .postgreSql("create type `address` as (`street` varchar(60), `number` integer)");
        change(new CreateDomain(
                        QualifiedName.of("percentage"), new Integral(Size.SMALL, false), "value between 0 and 100"))
                .postgreSql("create domain `percentage` as smallint check (value between 0 and 100)");
        change(new DropDomain(QualifiedName.of("percentage"), false)).postgreSql("drop domain `percentage`");
    }
}
