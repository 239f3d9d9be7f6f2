package dev.ilana.schema.ddl;

import static dev.ilana.dialect.Dialects.H2;
import static dev.ilana.dialect.Dialects.MARIADB;
import static dev.ilana.dialect.Dialects.MYSQL;
import static dev.ilana.dialect.Dialects.POSTGRESQL;
import static dev.ilana.schema.ddl.Spelled.column;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Geometry;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.SetOf;
import dev.ilana.schema.definition.ColumnType.Shape;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.QualifiedName;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every type, on every database. */
class TypeDdlTest {

    private static Spelled type(ColumnType type) {
        return column(ColumnDefinition.of("c", type).withNullable(true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BOOLEAN     | boolean          | boolean                | tinyint(1)
            REAL        | real             | real                   | float
            DOUBLE      | double precision | double precision       | double
            TEXT        | text             | varchar                | text
            MEDIUM_TEXT | text             | character large object | mediumtext
            LONG_TEXT   | text             | character large object | longtext
            BINARY      | bytea            | varbinary              | longblob
            DATE        | date             | date                   | date
            JSON        | jsonb            | json                   | json
            UUID        | uuid             | uuid                   | char(36)
            ULID        | char(26)         | char(26)               | char(26)
            """)
    void everyPlainType(Plain type, String postgreSql, String h2, String mySql) {
        type(type).postgreSql("`c` " + postgreSql).h2("`c` " + h2).mySqlAndMariaDb("`c` " + mySql);
    }

    @Test
    void addressesOfNetworks() {
        type(Plain.INET)
                .postgreSql("`c` inet")
                .refused("columns for network addresses; use string(name, 45)", H2, MYSQL, MARIADB);
        type(Plain.MACADDR)
                .postgreSql("`c` macaddr")
                .refused("columns for network addresses; use string(name, 17)", H2, MYSQL, MARIADB);
    }

    @ParameterizedTest
    @CsvSource({
        "TINY,   smallint, tinyint",
        "SMALL,  smallint, smallint",
        "NORMAL, integer,  int",
        "BIG,    bigint,   bigint"
    })
    void everyIntegerSignedAndUnsigned(Size size, String standard, String mySql) {
        type(new Integral(size, false)).standard("`c` " + standard).mySqlAndMariaDb("`c` " + mySql);
        type(new Integral(size, true))
                .standard("`c` " + standard + " constraint `t_c_type` check (`c` >= 0)")
                .mySqlAndMariaDb("`c` " + mySql + " unsigned");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TIME      | time(3)        | time(3)                     | time(3)
            DATE_TIME | timestamp(3)   | timestamp(3)                | datetime(3)
            TIMESTAMP | timestamptz(3) | timestamp(3) with time zone | datetime(3)
            """)
    void everyTime(Moment moment, String postgreSql, String h2, String mySql) {
        type(new Temporal(moment, 3))
                .postgreSql("`c` " + postgreSql)
                .h2("`c` " + h2)
                .mySqlAndMariaDb("`c` " + mySql);
    }

    @Test
    void typesWithLengths() {
        type(new Varchar(40)).everywhere("`c` varchar(40)");
        type(new Char(3)).everywhere("`c` char(3)");
        type(new Decimal(8, 2)).everywhere("`c` decimal(8, 2)");
        type(new Varbinary(9))
                .postgreSql("`c` bytea constraint `t_c_type` check (octet_length(`c`) <= 9)")
                .h2("`c` varbinary(9)")
                .mySqlAndMariaDb("`c` varbinary(9)");
    }

    @Test
    void wordsOfAnEnumerationAndASet() {
        type(Enumeration.of(List.of("a", "it's")))
                .postgreSql("`c` varchar(255) constraint `t_c_type` check (`c` in ('a', 'it''s'))")
                .h2("`c` varchar(255) constraint `t_c_type` check (`c` = any(array['a', 'it''s']))")
                .mySqlAndMariaDb("`c` enum('a', 'it''s')");
        type(new Enumeration(List.of("a"), QualifiedName.of("app.mood")))
                .postgreSql("`c` `app`.`mood`")
                .h2("`c` varchar(255) constraint `t_c_type` check (`c` = any(array['a']))")
                .mySqlAndMariaDb("`c` enum('a')");
        type(new SetOf(List.of("a", "b")))
                .mySqlAndMariaDb("`c` set('a', 'b')")
                .refused("set columns; use json(name), or a table of the words that a row has", POSTGRESQL, H2);
    }

    @ParameterizedTest
    @CsvSource({"GEOMETRY, geometry", "POINT, point", "LINE_STRING, path", "POLYGON, polygon"})
    void everyShape(Shape shape, String postgreSql) {
        String name = shape == Shape.LINE_STRING ? "linestring" : shape.name().toLowerCase(Locale.ROOT);
        type(new Geometry(shape, null))
                .postgreSql("`c` " + postgreSql)
                .h2("`c` geometry(" + name + ")")
                .mySqlAndMariaDb("`c` " + name);
        type(new Geometry(shape, 4326))
                .standard("`c` geometry(" + name + ", 4326)")
                .mySql("`c` " + name + " srid 4326")
                .mariaDb("`c` " + name + " ref_system_id = 4326");
    }

    @Test
    void arraysAndSpecificTypes() {
        type(new ArrayOf(new Varchar(9)))
                .postgreSql("`c` varchar(9)[]")
                .h2("`c` varchar(9) array")
                .refused("array columns; use json(name), or a table of the values that a row has", MYSQL, MARIADB);
        type(new Native("tsvector")).everywhere("`c` tsvector");
    }
}
