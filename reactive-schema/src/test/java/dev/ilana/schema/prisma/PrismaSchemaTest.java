package dev.ilana.schema.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.DefaultValue.CurrentTime;
import dev.ilana.schema.definition.DefaultValue.Expression;
import dev.ilana.schema.definition.DefaultValue.Literal;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.prisma.PrismaField.Generated;
import dev.ilana.schema.prisma.PrismaField.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each word of a Prisma file means for tables, columns and keys. */
class PrismaSchemaTest {

    private static PrismaSchema read(String text, PrismaProvider provider) {
        PrismaSchema schema = PrismaSchema.parse(text, provider);
        assertThat(PrismaSchema.parse(schema.print(), provider).definition())
                .as("printed and read again")
                .isEqualTo(schema.definition());
        return schema;
    }

    private static TableDefinition table(String text, PrismaProvider provider) {
        return read(text, provider).definition().tables().get(0);
    }

    /** The column {@code x} of a model with that line. */
    private static ColumnDefinition column(String line, PrismaProvider provider) {
        return table(
                        "enum Role {\n  USER\n  ADMIN @map(\"admin\")\n}\nmodel A {\n  id Int @id\n  x " + line + "\n}",
                        provider)
                .column("x")
                .orElseThrow();
    }

    private static ColumnDefinition column(String line) {
        return column(line, PrismaProvider.POSTGRESQL);
    }

    private static PrismaField field(String line) {
        return read("model A {\n  id Int @id\n  x " + line + "\n}", PrismaProvider.POSTGRESQL)
                .models()
                .get(0)
                .field("x")
                .orElseThrow();
    }

    private static @Nullable DefaultValue defaultOf(String line) {
        return column(line).defaultValue();
    }

    // Types

    @Test
    void scalarsAreWhatPrismaMakesOfThemOnEachDatabase() {
        Map<String, ColumnType> common = Map.of(
                "Boolean",
                Plain.BOOLEAN,
                "Int",
                new Integral(Size.NORMAL, false),
                "BigInt",
                new Integral(Size.BIG, false),
                "Float",
                Plain.DOUBLE,
                "Decimal",
                new Decimal(65, 30),
                "DateTime",
                new Temporal(Moment.DATE_TIME, 3),
                "Json",
                Plain.JSON,
                "Bytes",
                Plain.BINARY);
        for (PrismaProvider provider : PrismaProvider.values()) {
            common.forEach((scalar, type) ->
                    assertThat(column(scalar, provider).type()).isEqualTo(type));
        }
        assertThat(column("String", PrismaProvider.POSTGRESQL).type()).isEqualTo(Plain.TEXT);
        assertThat(column("String", PrismaProvider.H2).type()).isEqualTo(Plain.TEXT);
        assertThat(column("String", PrismaProvider.MYSQL).type()).isEqualTo(new Varchar(191));
    }

    @Test
    void aFieldIsNeverNullUnlessItIsOptionalOrAList() {
        assertThat(column("Int").nullable()).isFalse();
        assertThat(column("Int?").nullable()).isTrue();
        assertThat(column("Int[]").nullable()).isTrue();
        assertThat(column("Int[]").type()).isEqualTo(new ArrayOf(new Integral(Size.NORMAL, false)));
    }

    @Test
    void typesOfPostgreSql() {
        assertThat(column("String @db.VarChar(255)").type()).isEqualTo(new Varchar(255));
        assertThat(column("String @db.VarChar").type()).isEqualTo(new Native("character varying"));
        assertThat(column("String @db.Char").type()).isEqualTo(new ColumnType.Char(1));
        assertThat(column("String @db.Uuid").type()).isEqualTo(Plain.UUID);
        assertThat(column("String @db.Inet").type()).isEqualTo(Plain.INET);
        assertThat(column("String @db.Citext").type()).isEqualTo(new Native("citext"));
        assertThat(column("String @db.Bit(8)").type()).isEqualTo(new Native("bit(8)"));
        assertThat(column("String @db.VarBit").type()).isEqualTo(new Native("bit varying"));
        assertThat(column("Int @db.SmallInt").type()).isEqualTo(new Integral(Size.SMALL, false));
        assertThat(column("Float @db.Real").type()).isEqualTo(Plain.REAL);
        assertThat(column("Decimal @db.Decimal(10, 2)").type()).isEqualTo(new Decimal(10, 2));
        assertThat(column("Decimal @db.Decimal(10)").type()).isEqualTo(new Decimal(10, 0));
        assertThat(column("Decimal @db.Decimal").type()).isEqualTo(new Native("numeric"));
        assertThat(column("Decimal @db.Money").type()).isEqualTo(new Native("money"));
        assertThat(column("DateTime @db.Timestamptz(6)").type()).isEqualTo(new Temporal(Moment.TIMESTAMP, 6));
        assertThat(column("DateTime @db.Timestamp").type()).isEqualTo(new Temporal(Moment.DATE_TIME, 6));
        assertThat(column("DateTime @db.Time(0)").type()).isEqualTo(new Temporal(Moment.TIME, 0));
        assertThat(column("DateTime @db.Timetz(3)").type()).isEqualTo(new Native("time(3) with time zone"));
        assertThat(column("DateTime @db.Date").type()).isEqualTo(Plain.DATE);
        assertThat(column("Json @db.Json").type()).isEqualTo(new Native("json"));
        assertThat(column("String[] @db.VarChar(3)").type()).isEqualTo(new ArrayOf(new Varchar(3)));
        assertThat(column("Unsupported(\"circle\")?").type()).isEqualTo(new Native("circle"));
        assertThat(column("Unsupported(\"point\")").type())
                .isEqualTo(new ColumnType.Geometry(ColumnType.Shape.POINT, null));
    }

    @Test
    void typesOfMySqlAndMariaDb() {
        PrismaProvider mysql = PrismaProvider.MYSQL;
        assertThat(column("String @db.LongText", mysql).type()).isEqualTo(Plain.LONG_TEXT);
        assertThat(column("String @db.TinyText", mysql).type()).isEqualTo(new Native("tinytext"));
        assertThat(column("Boolean @db.TinyInt", mysql).type()).isEqualTo(Plain.BOOLEAN);
        assertThat(column("Int @db.TinyInt", mysql).type()).isEqualTo(new Integral(Size.TINY, false));
        assertThat(column("Boolean @db.Bit", mysql).type()).isEqualTo(new Native("bit(1)"));
        assertThat(column("Bytes @db.Bit(4)", mysql).type()).isEqualTo(new Native("bit(4)"));
        assertThat(column("Int @db.UnsignedInt", mysql).type()).isEqualTo(new Integral(Size.NORMAL, true));
        assertThat(column("BigInt @db.UnsignedBigInt", mysql).type()).isEqualTo(new Integral(Size.BIG, true));
        assertThat(column("Int @db.Year", mysql).type()).isEqualTo(new Native("year"));
        assertThat(column("DateTime @db.DateTime(6)", mysql).type()).isEqualTo(new Temporal(Moment.DATE_TIME, 6));
        assertThat(column("DateTime @db.DateTime", mysql).type()).isEqualTo(new Temporal(Moment.DATE_TIME, 0));
        assertThat(column("DateTime @db.Timestamp(2)", mysql).type()).isEqualTo(new Native("timestamp(2)"));
        assertThat(column("Bytes @db.VarBinary(16)", mysql).type()).isEqualTo(new ColumnType.Varbinary(16));
        assertThat(column("Decimal @db.Decimal", mysql).type()).isEqualTo(new Decimal(10, 0));
    }

    @Test
    void typesOfADatasourceHaveItsName() {
        String text = "datasource pg {\n  provider = \"postgres\"\n}\nmodel A {\n  id String @id @pg.Uuid\n}";

        assertThat(PrismaSchema.parse(text)
                        .definition()
                        .tables()
                        .get(0)
                        .columns()
                        .get(0)
                        .type())
                .isEqualTo(Plain.UUID);
    }

    @Test
    void anEnumIsATypeOfItsOwnWhereTheDatabaseHasSuch() {
        String text = "enum Role {\n  USER\n  ADMIN @map(\"admin\")\n  @@map(\"roles\")\n}\n"
                + "model A {\n  id Int @id\n  role Role @default(ADMIN)\n}";
        List<String> words = List.of("USER", "admin");

        PrismaSchema own = read(text, PrismaProvider.POSTGRESQL);
        assertThat(own.definition().enums()).containsExactly(new EnumDefinition(QualifiedName.of("roles"), words));
        assertThat(own.definition().tables().get(0).column("role").orElseThrow())
                .isEqualTo(ColumnDefinition.of("role", new Enumeration(words, QualifiedName.of("roles")))
                        .withDefault(Literal.of("admin")));
        assertThat(own.enums().get(0).values())
                .extracting(PrismaEnum.Value::name)
                .containsExactly("USER", "ADMIN");

        PrismaSchema words1 = read(text, PrismaProvider.H2);
        assertThat(words1.definition().enums()).isEmpty();
        assertThat(words1.definition()
                        .tables()
                        .get(0)
                        .column("role")
                        .orElseThrow()
                        .type())
                .isEqualTo(Enumeration.of(words));
    }

    // Defaults

    @Test
    void literalsOfEveryTypeAreDefaults() {
        assertThat(defaultOf("String @default(\"it's \\\"x\\\"\")")).isEqualTo(Literal.of("it's \"x\""));
        assertThat(defaultOf("Boolean @default(false)")).isEqualTo(Literal.of(false));
        assertThat(defaultOf("Int @default(-2147483648)")).isEqualTo(Literal.of(new BigDecimal("-2147483648")));
        assertThat(defaultOf("BigInt @default(9223372036854775807)"))
                .isEqualTo(Literal.of(new BigDecimal("9223372036854775807")));
        assertThat(defaultOf("Float @default(1.5)")).isEqualTo(Literal.of(new BigDecimal("1.5")));
        assertThat(defaultOf("Decimal @default(\"0.10\")")).isEqualTo(Literal.of(new BigDecimal("0.10")));
        assertThat(defaultOf("Json @default(\"{}\")")).isEqualTo(Literal.of("{}"));
        assertThat(defaultOf("Role @default(ADMIN)")).isEqualTo(Literal.of("admin"));
        assertThat(defaultOf("Bytes @default(\"AQL/\")")).isEqualTo(new Expression("'\\x0102ff'::bytea"));
        assertThat(column("Bytes @default(\"AQL/\")", PrismaProvider.MYSQL).defaultValue())
                .isEqualTo(new Expression("X'0102ff'"));
    }

    @Test
    void aTimeIsThatOfTheColumnsType() {
        String given = " @default(\"2024-01-01T01:30:00+02:00\")";

        assertThat(defaultOf("DateTime" + given)).isEqualTo(Literal.of(LocalDateTime.of(2023, 12, 31, 23, 30)));
        assertThat(defaultOf("DateTime @db.Timestamptz" + given))
                .isEqualTo(Literal.of(Instant.parse("2023-12-31T23:30:00Z")));
        assertThat(defaultOf("DateTime @db.Date" + given)).isEqualTo(Literal.of(LocalDate.of(2023, 12, 31)));
        assertThat(defaultOf("DateTime @db.Time" + given)).isEqualTo(Literal.of(LocalTime.of(23, 30)));
    }

    @Test
    void listsAreWrittenAsEachDatabaseReadsThem() {
        assertThat(defaultOf("String[] @default([\"a\", \"b \\\"c\\\" \\\\\"])"))
                .isEqualTo(Literal.of("{\"a\",\"b \\\"c\\\" \\\\\"}"));
        assertThat(defaultOf("Int[] @default([1, 2])")).isEqualTo(Literal.of("{1,2}"));
        assertThat(defaultOf("Role[] @default([USER, ADMIN])")).isEqualTo(Literal.of("{\"USER\",\"admin\"}"));
        assertThat(defaultOf("Int[] @default([])")).isEqualTo(Literal.of("{}"));
        assertThat(column("String[] @default([\"it's\"])", PrismaProvider.H2).defaultValue())
                .isEqualTo(new Expression("array['it''s']"));
    }

    @Test
    void functionsOfTheDatabaseAreItsDefaults() {
        assertThat(defaultOf("DateTime @default(now())")).isEqualTo(new CurrentTime());
        assertThat(defaultOf("Int @default(dbgenerated(\"1 + 1\"))")).isEqualTo(new Expression("1 + 1"));
        assertThat(defaultOf("String @default(dbgenerated(\"'it''s'\"))")).isEqualTo(Literal.of("it's"));
        assertThat(defaultOf("Unsupported(\"circle\") @default(dbgenerated(\"'<(0,0),1>'\"))"))
                .isEqualTo(Literal.of("<(0,0),1>"));
        assertThat(defaultOf("Int @default(dbgenerated())")).isNull();
        assertThat(column("Int @default(autoincrement())").autoIncrement()).isTrue();
        assertThat(field("Int @default(autoincrement())").countsUp()).isTrue();
        assertThat(field("Int @default(autoincrement())").generated()).isNull();
    }

    @Test
    void whatAProgramMakesIsNoDefaultOfTheDatabase() {
        Map<String, Generated> functions = Map.of(
                "uuid()", new Generated(Method.UUID, null),
                "uuid(7)", new Generated(Method.UUID, 7),
                "cuid(2)", new Generated(Method.CUID, 2),
                "ulid()", new Generated(Method.ULID, null),
                "nanoid(12)", new Generated(Method.NANOID, 12));

        functions.forEach((function, generated) -> {
            String line = "String @default(" + function + ")";
            assertThat(defaultOf(line)).isNull();
            assertThat(field(line).generated()).isEqualTo(generated);
        });
        assertThat(column("DateTime @updatedAt").defaultValue()).isNull();
        assertThat(field("DateTime @updatedAt").updatedAt()).isTrue();
    }

    // Names

    @Test
    void tablesAndColumnsHaveTheirNamesOfTheDatabase() {
        PrismaSchema schema = read("model A {\n  id Int @id @map(\"a_id\")\n  @@map(\"as\")\n}", PrismaProvider.H2);

        TableDefinition table = schema.definition().tables().get(0);
        assertThat(table.name()).isEqualTo(QualifiedName.of("as"));
        assertThat(table.columns()).extracting(ColumnDefinition::name).containsExactly("a_id");
        assertThat(schema.model("A").orElseThrow().id()).containsExactly("id");
        assertThat(schema.model("A").orElseThrow().field("id").orElseThrow().column())
                .isEqualTo("a_id");
        assertThat(schema.model("as")).isEmpty();
    }

    @Test
    void aModelMayBeInASchemaOfItsOwn() {
        PrismaSchema schema = PrismaSchema.parse("""
                datasource db {
                  provider = "postgresql"
                  url      = "postgresql://localhost/shop"
                  schemas  = ["audit"]
                }
                enum Level {
                  LOW
                  @@schema("audit")
                }
                model Entry {
                  id    Int   @id
                  level Level
                  @@schema("audit")
                }
                """);

        assertThat(schema.definition().tables().get(0).name()).isEqualTo(QualifiedName.of("audit.Entry"));
        assertThat(schema.definition().enums().get(0).name()).isEqualTo(QualifiedName.of("audit.Level"));
        assertThat(schema.datasource().orElseThrow().url()).isEqualTo("postgresql://localhost/shop");
        assertThat(PrismaSchema.of(schema.definition(), schema.provider()).definition())
                .isEqualTo(schema.definition());
    }

    @Test
    void commentsOfThreeSlashesAreThoseOfTheDatabase() {
        TableDefinition table = table("""
                // nothing
                /// A person,
                /// who writes.
                model A {
                  /// first
                  id Int @id // not this
                  b  Int /// behind
                  // nor this

                  /// above
                  c Int /// and behind
                  /// of nothing

                  d Int
                }
                """, PrismaProvider.POSTGRESQL);

        assertThat(table.comment()).isEqualTo("A person,\nwho writes.");
        assertThat(table.columns())
                .extracting(ColumnDefinition::comment)
                .containsExactly("first", "behind", "above\nand behind", null);
    }

    @Test
    void whatIsIgnoredIsInTheDatabaseAllTheSame() {
        PrismaSchema schema = read("""
                model A {
                  id Int     @id
                  x  String? @ignore
                }
                model B {
                  x Int
                  @@ignore
                }
                """, PrismaProvider.H2);

        assertThat(schema.definition().tables()).hasSize(2);
        assertThat(schema.definition().tables().get(0).columns()).hasSize(2);
        assertThat(schema.model("A").orElseThrow().field("x").orElseThrow().ignored())
                .isTrue();
        assertThat(schema.model("B").orElseThrow().ignored()).isTrue();
    }

    // Keys

    @Test
    void keysHaveTheNamesThatPrismaGives() {
        TableDefinition table = table("""
                model A {
                  id   Int    @id
                  b    Int    @unique @map("bee")
                  name String
                  @@index([name, b])
                  @@unique([id, name], name: "inCodeOnly")
                  @@map("as")
                }
                """, PrismaProvider.POSTGRESQL);

        assertThat(table.indexes())
                .containsExactly(
                        IndexDefinition.primary(List.of("id")).withName("as_pkey"),
                        IndexDefinition.unique(List.of("bee")).withName("as_bee_key"),
                        IndexDefinition.unique(List.of("id", "name")).withName("as_id_name_key"),
                        IndexDefinition.index(List.of("name", "bee")).withName("as_name_bee_idx"));
    }

    @Test
    void aNameThatIsTooLongIsCutAndKeepsItsEnd() {
        String name = "n".repeat(80);
        TableDefinition table =
                table("model " + name + " {\n  id Int @id\n  x Int\n  @@index([x])\n}", PrismaProvider.POSTGRESQL);

        assertThat(table.indexes())
                .extracting(IndexDefinition::name)
                .containsExactly("n".repeat(58) + "_pkey", "n".repeat(59) + "_idx");
    }

    @Test
    void everythingOfAnIndexIsSaid() {
        TableDefinition postgreSql = table("""
                model A {
                  id   Int  @id(map: "a_key")
                  data Json
                  name String
                  @@index([data(ops: JsonbPathOps)], type: Gin, map: "a_data")
                  @@index([name(ops: raw("gin_trgm_ops"))], type: Gin)
                  @@index([name(sort: Desc), id(sort: Asc)], type: BTree)
                  @@fulltext([name], map: "words")
                }
                """, PrismaProvider.POSTGRESQL);
        assertThat(postgreSql.indexes().get(0).name()).isEqualTo("a_key");
        assertThat(postgreSql.indexes().get(1))
                .isEqualTo(new IndexDefinition(
                        Kind.INDEX,
                        "a_data",
                        List.of(new OfColumn("data", false, null, "jsonb_path_ops")),
                        null,
                        IndexMethod.GIN,
                        null));
        assertThat(postgreSql.indexes().get(2).parts())
                .containsExactly(new OfColumn("name", false, null, "gin_trgm_ops"));
        assertThat(postgreSql.indexes().get(3).parts())
                .containsExactly(new OfColumn("name", true, null, null), new OfColumn("id", false, null, null));
        assertThat(postgreSql.indexes().get(4).kind()).isEqualTo(Kind.FULLTEXT);

        TableDefinition mySql = table("""
                model A {
                  id   Int    @id
                  name String @unique(length: 20, sort: Desc)
                  @@index([name(length: 10)])
                }
                """, PrismaProvider.MYSQL);
        assertThat(mySql.indexes().get(0).name()).isEqualTo("PRIMARY");
        assertThat(mySql.indexes().get(1).parts()).containsExactly(new OfColumn("name", true, 20, null));
        assertThat(mySql.indexes().get(2).parts()).containsExactly(new OfColumn("name", false, 10, null));
    }

    @Test
    void classesOfOperatorsHaveTheNamesOfPostgreSql() {
        Map<String, String> names = Map.of(
                "InetOps", "inet_ops",
                "TextMinMaxOps", "text_minmax_ops",
                "TimestampTzMinMaxMultiOps", "timestamptz_minmax_multi_ops",
                "Float4BloomOps", "float4_bloom_ops",
                "VarBitMinMaxOps", "varbit_minmax_ops",
                "Int8MinMaxOps", "int8_minmax_ops");

        names.forEach((word, sql) -> assertThat(table(
                                "model A {\n  id Int @id\n  @@index([id(ops: " + word + ")], type: Brin)\n}",
                                PrismaProvider.POSTGRESQL)
                        .indexes()
                        .get(1)
                        .parts())
                .containsExactly(new OfColumn("id", false, null, sql)));
    }

    @Test
    void anIdMayHaveSeveralFields() {
        PrismaSchema schema = read("model A {\n  x Int\n  y Int\n  @@id([y, x], name: \"pair\")\n}", PrismaProvider.H2);

        assertThat(schema.definition()
                        .tables()
                        .get(0)
                        .primaryKey()
                        .orElseThrow()
                        .columns())
                .containsExactly("y", "x");
        assertThat(schema.models().get(0).id()).containsExactly("y", "x");
    }
}
