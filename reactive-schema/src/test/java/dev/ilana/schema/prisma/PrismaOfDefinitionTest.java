package dev.ilana.schema.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Geometry;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Shape;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.DefaultValue.CurrentTime;
import dev.ilana.schema.definition.DefaultValue.Expression;
import dev.ilana.schema.definition.DefaultValue.Literal;
import dev.ilana.schema.definition.Deferral;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A definition that nobody wrote as a Prisma file becomes one. */
class PrismaOfDefinitionTest {

    private static final ColumnType INT = new Integral(Size.NORMAL, false);

    private static String written(PrismaProvider provider, TableDefinition... tables) {
        return written(provider, List.of(), tables);
    }

    /** The text without the datasource. */
    private static String written(PrismaProvider provider, List<EnumDefinition> enums, TableDefinition... tables) {
        String text = PrismaSchema.of(new SchemaDefinition(List.of(tables), enums), provider)
                .print();
        return text.substring(text.indexOf("}\n\n") + 3);
    }

    private static TableDefinition table(String name, ColumnDefinition... columns) {
        return TableDefinition.of(
                QualifiedName.of(name), List.of(columns), List.of(IndexDefinition.primary(List.of(columns[0].name()))));
    }

    private static ColumnDefinition id() {
        return ColumnDefinition.of("id", INT).withAutoIncrement(true);
    }

    private static ForeignKeyDefinition key(String column, String table) {
        return ForeignKeyDefinition.of(List.of(column), QualifiedName.of(table), List.of("id"));
    }

    @Test
    void namesAreThoseOfTheDatabaseWhereTheyCanBe() {
        assertThat(written(
                        PrismaProvider.POSTGRESQL,
                        table(
                                "user_accounts",
                                id(),
                                ColumnDefinition.of("full_name", Plain.TEXT).withComment("both\nparts")),
                        table("_log$2", ColumnDefinition.of("_key", INT), ColumnDefinition.of("größe", INT)),
                        table("String", id())))
                .isEqualTo("""
                        model user_accounts {
                          id        Int    @id @default(autoincrement())
                          /// both
                          /// parts
                          full_name String
                        }

                        model log_2 {
                          key   Int @id @map("_key")
                          gr__e Int @map("größe")

                          @@map("_log$2")
                        }

                        model String_2 {
                          id Int @id @default(autoincrement())

                          @@map("String")
                        }
                        """);
    }

    @Test
    void typesThatAreNotTheUsualOnesAreNamed() {
        String text = written(
                PrismaProvider.POSTGRESQL,
                table(
                        "a",
                        ColumnDefinition.of("uuid", Plain.UUID),
                        ColumnDefinition.of("text", Plain.LONG_TEXT),
                        ColumnDefinition.of("short", new Varchar(20)),
                        ColumnDefinition.of("at", new Temporal(Moment.TIMESTAMP, 6))
                                .withDefault(new CurrentTime()),
                        ColumnDefinition.of("usual", new Temporal(Moment.DATE_TIME, 3)),
                        ColumnDefinition.of("price", new ColumnType.Decimal(10, 2)),
                        ColumnDefinition.of("tags", new ArrayOf(new Varchar(5))).withNullable(true),
                        ColumnDefinition.of("place", new Geometry(Shape.POINT, null)),
                        ColumnDefinition.of("far", new Geometry(Shape.POINT, 4326)),
                        ColumnDefinition.of("words", new Native("tsvector")).withNullable(true),
                        ColumnDefinition.of("money", new Native("money"))));

        assertThat(text).isEqualTo("""
                model a {
                  uuid  String                               @id @db.Uuid
                  text  String
                  short String                               @db.VarChar(20)
                  at    DateTime                             @default(now()) @db.Timestamptz(6)
                  usual DateTime
                  price Decimal                              @db.Decimal(10, 2)
                  tags  String[]                             @db.VarChar(5)
                  place Unsupported("point")
                  far   Unsupported("geometry(point, 4326)")
                  words Unsupported("tsvector")?
                  money Decimal                              @db.Money
                }
                """);
    }

    @Test
    void enumsAreTheDatabasesOwnOrThoseOfAColumn() {
        List<String> words = List.of("new", "it's old", "2");
        QualifiedName type = QualifiedName.of("state");

        assertThat(written(
                        PrismaProvider.POSTGRESQL,
                        List.of(new EnumDefinition(type, words)),
                        table(
                                "a",
                                id(),
                                ColumnDefinition.of("state", new Enumeration(words, type))
                                        .withDefault(Literal.of("2")))))
                .isEqualTo("""
                        model a {
                          id    Int   @id @default(autoincrement())
                          state state @default(Renamed2)
                        }

                        enum state {
                          new
                          it_s_old @map("it's old")
                          Renamed2 @map("2")
                        }
                        """);
        assertThat(written(PrismaProvider.MYSQL, table("a", id(), ColumnDefinition.of("state", Enumeration.of(words)))))
                .contains("state a_state\n", "enum a_state {");
    }

    @Test
    void aForeignKeyIsAFieldOnBothSides() {
        TableDefinition users = table("users", id());
        TableDefinition posts = table("posts", id(), ColumnDefinition.of("user_id", INT))
                .withForeignKeys(
                        List.of(key("user_id", "users").withName("by_user").withOnDelete(ReferentialAction.CASCADE)));

        assertThat(written(PrismaProvider.POSTGRESQL, posts, users)).isEqualTo("""
                model posts {
                  id      Int   @id @default(autoincrement())
                  user_id Int
                  users   users @relation(fields: [user_id], references: [id], onDelete: Cascade, onUpdate: NoAction, map: "by_user")
                }

                model users {
                  id    Int     @id @default(autoincrement())
                  posts posts[]
                }
                """);
    }

    @Test
    void aForeignKeyThatIsUniqueHasOneOnTheOtherSide() {
        TableDefinition users = table(
                        "users", id(), ColumnDefinition.of("boss", INT).withNullable(true))
                .withForeignKeys(List.of(key("boss", "users")
                        .withOnDelete(ReferentialAction.SET_NULL)
                        .withOnUpdate(ReferentialAction.CASCADE)));
        TableDefinition profiles = table("profiles", ColumnDefinition.of("user_id", INT))
                .withForeignKeys(List.of(key("user_id", "users")
                        .withOnDelete(ReferentialAction.RESTRICT)
                        .withOnUpdate(ReferentialAction.CASCADE)));

        assertThat(written(PrismaProvider.POSTGRESQL, users, profiles)).isEqualTo("""
                model users {
                  id          Int       @id @default(autoincrement())
                  boss        Int?
                  users       users?    @relation("users_bossTousers", fields: [boss], references: [id])
                  other_users users[]   @relation("users_bossTousers")
                  profiles    profiles?
                }

                model profiles {
                  user_id Int   @id
                  users   users @relation(fields: [user_id], references: [id])
                }
                """);
    }

    @Test
    void whatRelatesToAnIgnoredModelIsIgnored() {
        TableDefinition users = table("users", id());
        TableDefinition visits = TableDefinition.of(
                        QualifiedName.of("visits"), List.of(ColumnDefinition.of("user_id", INT)), List.of())
                .withForeignKeys(List.of(key("user_id", "users")));

        assertThat(written(PrismaProvider.POSTGRESQL, users, visits))
                .contains("visits visits[] @ignore\n")
                .contains(
                        "users   users @relation(fields: [user_id], references: [id], onDelete: NoAction, onUpdate: NoAction)\n");
    }

    @Test
    void severalForeignKeysToOneTableAreToldApart() {
        TableDefinition users = table("users", id());
        TableDefinition posts = table("posts", id(), ColumnDefinition.of("a", INT), ColumnDefinition.of("users", INT))
                .withForeignKeys(List.of(key("a", "users"), key("users", "users")));

        String text = written(PrismaProvider.H2, users, posts);

        assertThat(text)
                .contains("posts_posts_aTousers     posts[] @relation(\"posts_aTousers\")\n")
                .contains("posts_posts_usersTousers posts[] @relation(\"posts_usersTousers\")\n")
                .contains(
                        "users_posts_usersTousers users @relation(\"posts_usersTousers\", fields: [users], references: [id]");
    }

    @Test
    void aTableJustAsPrismaMakesItIsNoModel() {
        String text =
                "model A {\n  id Int @id\n  bs B[] @relation(\"x\")\n}\nmodel B {\n  id Int @id\n  as A[] @relation(\"x\")\n}";
        for (PrismaProvider provider : PrismaProvider.values()) {
            SchemaDefinition definition = PrismaSchema.parse(text, provider).definition();

            assertThat(definition.tables()).hasSize(3);
            assertThat(PrismaSchema.of(definition, provider).models()).hasSize(2);
        }
    }

    @Test
    void whatNoFileCanSayStandsInComments() {
        TableDefinition table = new TableDefinition(
                QualifiedName.of("a"),
                List.of(
                        ColumnDefinition.of("x", new Integral(Size.NORMAL, true)),
                        ColumnDefinition.of("y", new Varbinary(16)),
                        ColumnDefinition.of("z", INT).withComputed(new Computed("x * 2", true)),
                        ColumnDefinition.of("w", Enumeration.of(List.of("one")))),
                List.of(
                        IndexDefinition.index(List.of("x")).withName("some").withWhere("x > 1"),
                        IndexDefinition.index(List.of("x"))
                                .withName("low")
                                .withParts(List.of(IndexPart.expression("abs(x)")))),
                List.of(key("x", "elsewhere").withName("far").withDeferral(Deferral.INITIALLY_DEFERRED)),
                List.of(new CheckDefinition("sane", List.of("x"), new Condition("x\n  < 100"))),
                TableOptions.NONE,
                "A table");

        assertThat(written(PrismaProvider.POSTGRESQL, table)).isEqualTo("""
                // column "x" is held to its type by a check: Integral[size=NORMAL, unsigned=true]
                // column "y" is held to its type by a check: Varbinary[length=16]
                // column "z" is computed: x * 2
                // column "w" is held to its type by a check: Enumeration[values=[one], typeName=null]
                // foreign key "far" on x references elsewhere (id)
                // index "some" on x where x > 1
                // index "low" on (abs(x))
                // no key tells its rows apart
                // check "sane": x < 100
                /// A table
                model a {
                  x Int
                  y Bytes
                  z Int    @default(dbgenerated())
                  w String @db.VarChar(255)

                  @@ignore
                }
                """);
    }

    @Test
    void defaultsThatAreNoValuesOfTheTypeAreSql() {
        String text = written(
                PrismaProvider.POSTGRESQL,
                table(
                        "a",
                        id(),
                        ColumnDefinition.of("b", INT).withDefault(new Expression("1 + 1")),
                        ColumnDefinition.of("at", new Temporal(Moment.DATE_TIME, 3))
                                .withDefault(Literal.of("2020-01-01 00:00:00")),
                        ColumnDefinition.of("tags", new ArrayOf(Plain.TEXT))
                                .withNullable(true)
                                .withDefault(Literal.of("{\"a\"}"))));

        assertThat(text)
                .contains("@default(dbgenerated(\"1 + 1\"))")
                .contains("@default(dbgenerated(\"'2020-01-01 00:00:00'\"))")
                .contains("@default(dbgenerated(\"'{\\\"a\\\"}'\"))");
    }
}
