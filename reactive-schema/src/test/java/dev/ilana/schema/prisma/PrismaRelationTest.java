package dev.ilana.schema.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.KeyChange.AddForeignKey;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TypeChange.CreateEnum;
import dev.ilana.schema.prisma.PrismaRelation.Through;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Relations are fields of models, and foreign keys or tables of the database. */
class PrismaRelationTest {

    private static PrismaSchema read(String text) {
        return PrismaSchema.parse(text, PrismaProvider.POSTGRESQL);
    }

    private static PrismaRelation relation(PrismaSchema schema, String model, String field) {
        return schema.model(model).orElseThrow().relation(field).orElseThrow();
    }

    private static List<ForeignKeyDefinition> keys(PrismaSchema schema, String table) {
        return schema.definition().table(QualifiedName.of(table)).orElseThrow().foreignKeys();
    }

    @Test
    void oneHasMany() {
        PrismaSchema schema = read("""
                model User {
                  id    Int    @id
                  posts Post[]
                  @@map("users")
                }
                model Post {
                  id       Int  @id
                  author   User @relation(fields: [authorId], references: [id])
                  authorId Int  @map("author_id")
                }
                """);

        assertThat(relation(schema, "Post", "author"))
                .isEqualTo(new PrismaRelation(
                        "author",
                        "User",
                        PrismaRelation.Kind.ONE_TO_MANY,
                        false,
                        false,
                        false,
                        true,
                        List.of("authorId"),
                        List.of("id"),
                        null));
        assertThat(relation(schema, "User", "posts"))
                .isEqualTo(new PrismaRelation(
                        "posts",
                        "Post",
                        PrismaRelation.Kind.ONE_TO_MANY,
                        true,
                        false,
                        false,
                        false,
                        List.of("id"),
                        List.of("authorId"),
                        null));
        assertThat(keys(schema, "Post"))
                .containsExactly(ForeignKeyDefinition.of(List.of("author_id"), QualifiedName.of("users"), List.of("id"))
                        .withName("Post_author_id_fkey")
                        .withOnDelete(ReferentialAction.RESTRICT)
                        .withOnUpdate(ReferentialAction.CASCADE));
        assertThat(keys(schema, "users")).isEmpty();
    }

    @Test
    void oneHasOne() {
        PrismaSchema schema = read("""
                model Profile {
                  id     Int  @id
                  user   User @relation(fields: [userId], references: [id], onDelete: Cascade, onUpdate: SetDefault, map: "own")
                  userId Int  @unique
                }
                model User {
                  id      Int      @id
                  profile Profile?
                }
                """);

        assertThat(relation(schema, "User", "profile").kind()).isEqualTo(PrismaRelation.Kind.ONE_TO_ONE);
        assertThat(relation(schema, "User", "profile").owner()).isFalse();
        assertThat(relation(schema, "User", "profile").optional()).isTrue();
        assertThat(relation(schema, "Profile", "user").owner()).isTrue();
        assertThat(keys(schema, "Profile").get(0).name()).isEqualTo("own");
        assertThat(keys(schema, "Profile").get(0).onDelete()).isEqualTo(ReferentialAction.CASCADE);
        assertThat(keys(schema, "Profile").get(0).onUpdate()).isEqualTo(ReferentialAction.SET_DEFAULT);
    }

    @Test
    void theKeyIsOnTheSideThatSaysSoWhenBothAreOptional() {
        PrismaSchema schema = read("""
                model A {
                  id Int @id
                  b  B?
                }
                model B {
                  id  Int  @id
                  a   A?   @relation(fields: [aId], references: [id])
                  aId Int? @unique
                }
                """);

        assertThat(relation(schema, "B", "a").owner()).isTrue();
        assertThat(relation(schema, "A", "b").owner()).isFalse();
        assertThat(keys(schema, "B").get(0).onDelete())
                .as("of an optional relation")
                .isEqualTo(ReferentialAction.SET_NULL);
    }

    @Test
    void aKeyMayHaveSeveralFields() {
        PrismaSchema schema = read("""
                model Order {
                  shop   Int
                  number Int
                  lines  Line[]
                  @@id([shop, number])
                }
                model Line {
                  id     Int   @id
                  shop   Int
                  number Int
                  order  Order @relation(fields: [number, shop], references: [number, shop])
                }
                """);

        assertThat(keys(schema, "Line").get(0).columns()).containsExactly("number", "shop");
        assertThat(relation(schema, "Order", "lines").fields()).containsExactly("number", "shop");
    }

    @Test
    void aModelMayBeRelatedToItself() {
        PrismaSchema schema = read("""
                model Employee {
                  id     Int        @id
                  boss   Employee?  @relation("staff", fields: [bossId], references: [id])
                  bossId Int?
                  staff  Employee[] @relation("staff")
                }
                """);

        assertThat(relation(schema, "Employee", "boss").owner()).isTrue();
        assertThat(relation(schema, "Employee", "staff").references()).containsExactly("bossId");
        assertThat(keys(schema, "Employee").get(0).referencedTable()).isEqualTo(QualifiedName.of("Employee"));
    }

    @Test
    void manyHaveManyThroughATableOfPrismas() {
        PrismaSchema schema = read("""
                model Post {
                  id   Int   @id
                  tags Tag[]
                  @@map("posts")
                }
                model Category {
                  id    String @id
                  posts Int
                }
                model Tag {
                  name  String @id
                  posts Post[]
                }
                """);

        TableDefinition table =
                schema.definition().table(QualifiedName.of("_PostToTag")).orElseThrow();
        assertThat(table.columns())
                .containsExactly(
                        ColumnDefinition.of("A", new Integral(Size.NORMAL, false)),
                        ColumnDefinition.of("B", Plain.TEXT));
        assertThat(table.indexes())
                .containsExactly(
                        IndexDefinition.primary(List.of("A", "B")).withName("_PostToTag_AB_pkey"),
                        IndexDefinition.index(List.of("B")).withName("_PostToTag_B_index"));
        assertThat(table.foreignKeys())
                .extracting(ForeignKeyDefinition::name)
                .containsExactly("_PostToTag_A_fkey", "_PostToTag_B_fkey");
        assertThat(table.foreignKeys())
                .extracting(ForeignKeyDefinition::referencedTable)
                .containsExactly(QualifiedName.of("posts"), QualifiedName.of("Tag"));
        assertThat(table.foreignKeys())
                .allMatch(key ->
                        key.onDelete() == ReferentialAction.CASCADE && key.onUpdate() == ReferentialAction.CASCADE);
        assertThat(relation(schema, "Post", "tags").through())
                .isEqualTo(new Through(QualifiedName.of("_PostToTag"), "A", "B"));
        assertThat(relation(schema, "Tag", "posts").through())
                .isEqualTo(new Through(QualifiedName.of("_PostToTag"), "B", "A"));
        assertThat(relation(schema, "Tag", "posts").fields()).containsExactly("name");
    }

    @Test
    void thePairsAreUniqueWhereTheyAreNoPrimaryKey() {
        String text = "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  as A[]\n}";

        for (PrismaProvider provider : List.of(PrismaProvider.MYSQL, PrismaProvider.H2)) {
            assertThat(PrismaSchema.parse(text, provider)
                            .definition()
                            .tables()
                            .get(2)
                            .indexes()
                            .get(0))
                    .isEqualTo(
                            IndexDefinition.of(Kind.UNIQUE, List.of("A", "B")).withName("_AToB_AB_unique"));
        }
    }

    @Test
    void theFirstFieldOfTheAlphabetHasTheFirstColumnWhereAModelHasManyOfItself() {
        PrismaSchema schema = read("""
                model User {
                  id        Int    @id
                  following User[] @relation("follows")
                  followers User[] @relation("follows")
                }
                """);

        assertThat(relation(schema, "User", "followers").through())
                .isEqualTo(new Through(QualifiedName.of("_follows"), "A", "B"));
        assertThat(relation(schema, "User", "following").through())
                .isEqualTo(new Through(QualifiedName.of("_follows"), "B", "A"));
    }

    @Test
    void severalRelationsOfTwoModelsAreToldByTheirNames() {
        PrismaSchema schema = read("""
                model User {
                  id       Int    @id
                  written  Post[] @relation("author")
                  reviewed Post[] @relation(name: "reviewer")
                }
                model Post {
                  id         Int   @id
                  author     User  @relation("author", fields: [authorId], references: [id])
                  authorId   Int
                  reviewer   User? @relation("reviewer", fields: [reviewerId], references: [id])
                  reviewerId Int?
                }
                """);

        assertThat(relation(schema, "User", "written").references()).containsExactly("authorId");
        assertThat(relation(schema, "User", "reviewed").references()).containsExactly("reviewerId");
    }

    @Test
    void withoutForeignKeysARelationIsOneOfTheProgramOnly() {
        PrismaSchema schema = PrismaSchema.parse("""
                datasource db {
                  provider     = "mysql"
                  relationMode = "prisma"
                }
                model User {
                  id    Int    @id
                  posts Post[]
                  tags  Tag[]
                }
                model Post {
                  id     Int  @id
                  user   User @relation(fields: [userId], references: [id])
                  userId Int
                }
                model Tag {
                  id    Int    @id
                  users User[]
                }
                """);

        assertThat(schema.definition().tables())
                .hasSize(4)
                .allMatch(table -> table.foreignKeys().isEmpty());
        assertThat(relation(schema, "Post", "user").fields()).containsExactly("userId");
    }

    @Test
    void relationsStandInTheOrderOfTheirFields() {
        PrismaSchema schema = PrismaSchema.parse(PrismaTexts.rich());

        assertThat(schema.model("User").orElseThrow().relations())
                .extracting(PrismaRelation::field)
                .containsExactly("posts", "liked", "profile", "boss", "staff", "friends", "friendOf");
    }

    @Test
    void typesComeFirstAndForeignKeysWhenTheirTablesAreThereWhenAllIsCreated() {
        List<SchemaChange> changes = PrismaSchema.parse(PrismaTexts.rich()).creation();

        assertThat(changes.get(0)).isInstanceOf(CreateEnum.class);
        assertThat(changes.subList(1, 10)).hasOnlyElementsOfType(CreateTable.class);
        assertThat(changes.subList(10, changes.size())).hasOnlyElementsOfType(AddForeignKey.class);
        long withTheirTables = changes.subList(1, 10).stream()
                .mapToLong(
                        change -> ((CreateTable) change).table().foreignKeys().size())
                .sum();
        assertThat(changes.size() - 10 + withTheirTables).isEqualTo(10);
    }
}
