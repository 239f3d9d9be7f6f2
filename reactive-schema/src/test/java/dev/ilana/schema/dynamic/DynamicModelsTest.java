package dev.ilana.schema.dynamic;

import static dev.ilana.schema.dynamic.Tables.integer;
import static dev.ilana.schema.dynamic.Tables.schema;
import static dev.ilana.schema.dynamic.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.Table;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.MassAssignmentException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.error.UnknownModelException;
import dev.ilana.error.UnknownRelationException;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.prisma.PrismaProvider;
import dev.ilana.schema.prisma.PrismaSchema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Models of a schema that is known at run time: what is there, by which names, and what is refused. */
class DynamicModelsTest {

    private static final String BLOG = """
            enum Role {
              USER
              ADMIN @map("admin")
            }

            model User {
              id        Int       @id @default(autoincrement())
              email     String    @unique
              fullName  String?   @map("full_name")
              role      Role      @default(ADMIN)
              password  String    @default("none")
              secret    String?   @ignore
              deletedAt DateTime? @map("deleted_at")
              posts     Post[]
              drafts    Draft[]   @ignore
            }

            model Post {
              id       String @id @default(cuid())
              title    String
              author   User   @relation(fields: [authorId], references: [id])
              authorId Int    @map("author_id")
              tags     Tag[]
              number   Int    @unique
            }

            model Tag {
              name  String @unique
              posts Post[]
              id    Int @id
            }

            model Log {
              text String @unique
            }

            model Draft {
              id       Int  @id
              author   User @relation(fields: [authorId], references: [id])
              authorId Int

              @@ignore
            }
            """;

    private static final PrismaSchema FILE = PrismaSchema.parse(BLOG, PrismaProvider.H2);

    private static final DynamicModels MODELS = DynamicModels.of(FILE);

    private static List<String> names(Table<DynamicModel> table) {
        return table.columns().stream().map(column -> column.name()).toList();
    }

    // Names

    @Test
    void aFileHasItsModelsByItsNames() {
        assertThat(MODELS.names()).containsExactly("User", "Post", "Tag", "Log");
        assertThat(names(MODELS.model("Post"))).containsExactly("id", "title", "authorId", "number");
        assertThat(MODELS.model("Post").column("authorId").databaseName()).isEqualTo("author_id");
        assertThat(MODELS.model("Post").relationNames()).containsExactly("author", "tags");
        assertThat(MODELS.model("Post").modelName()).isEqualTo("Post");
    }

    @Test
    void whatProgramsAreToIgnoreIsNotThere() {
        assertThat(MODELS.has("Draft")).isFalse();
        assertThat(names(MODELS.model("User"))).doesNotContain("secret");
        assertThat(MODELS.model("User").relationNames()).containsExactly("posts");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> MODELS.model("Usr"))
                .isInstanceOf(UnknownModelException.class)
                .hasMessageContaining("\"User\"");
        DynamicModel user = MODELS.model("User").make();
        assertThatThrownBy(() -> user.get("emial"))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessageContaining("\"email\"");
        assertThatThrownBy(() -> user.set("emial", "x")).isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> user.set("full_name", "x"))
                .as("in the database only")
                .isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> user.relation("post"))
                .isInstanceOf(UnknownRelationException.class)
                .hasMessageContaining("\"posts\"");
        assertThatThrownBy(() -> MODELS.model("User").with("post")).isInstanceOf(UnknownRelationException.class);
        assertThatThrownBy(() -> MODELS.model("User").where("nme", "x")).isInstanceOf(UnknownColumnException.class);
    }

    // Attributes

    @Test
    void anAttributeIsSetAndReadByItsName() {
        DynamicModel user = MODELS.model("User").make();

        assertThat(user.set("email", "ada@example.com").get("email")).isEqualTo("ada@example.com");
        assertThat(user.get("id")).isNull();
        assertThat(user.set("id", "7").get("id", Long.class)).isEqualTo(7);
        assertThat(user.set("fullName", null).get("fullName")).isNull();
        assertThat(user.toMap()).containsEntry("email", "ada@example.com").containsEntry("role", "ADMIN");
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        DynamicModel user = MODELS.model("User").make();

        assertThatThrownBy(() -> user.set("id", "seven")).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> user.set("email", 7)).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> user.set("role", "admin"))
                .as("the word of the database")
                .isInstanceOf(TypeMismatchException.class)
                .hasMessageContaining("[USER, ADMIN]");
        assertThatThrownBy(() -> user.set("email", null)).isInstanceOf(NullNotAllowedException.class);
    }

    @Test
    void defaultsOfTheSchemaAreThereFromTheStart() {
        DynamicModel user = MODELS.model("User").make();

        assertThat(user.get("role")).isEqualTo("ADMIN");
        assertThat(user.get("password")).isEqualTo("none");
    }

    @Test
    void twoFieldsMayHaveEachOthersColumns() {
        DynamicModels models = DynamicModels.of(PrismaSchema.parse("""
                model Swap {
                  id Int @id
                  a  Int @map("b")
                  b  Int @map("a")
                }
                """, PrismaProvider.H2));

        assertThat(models.model("Swap").column("a").databaseName()).isEqualTo("b");
        assertThat(models.model("Swap").column("b").databaseName()).isEqualTo("a");
    }

    @Test
    void whatTheDatabaseComputesIsNotSet() {
        DynamicModels models = DynamicModels.of(new SchemaDefinition(
                List.of(TableDefinition.of(
                        QualifiedName.of("boxes"),
                        List.of(
                                integer("id"),
                                integer("side"),
                                integer("area").withComputed(new Computed("side * side", true))),
                        List.of(IndexDefinition.primary(List.of("id"))))),
                List.of()));
        DynamicModel box = models.model("boxes").make(Map.of("id", 1, "side", 3));

        assertThatThrownBy(() -> box.set("area", 9))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("boxes.area");
        assertThatThrownBy(() -> models.model("boxes").make(Map.of("area", 9)))
                .isInstanceOf(MassAssignmentException.class);
    }

    // Keys

    @Test
    void aTableGoesByItsPrimaryKeyOrElseByAUniqueOne() {
        assertThat(MODELS.model("Post").key().name()).isEqualTo("id");
        assertThat(MODELS.model("Log").key().name()).isEqualTo("text");
        DynamicModels models = DynamicModels.of(schema(table("pairs", "a", "b").primary("b", "a")));
        assertThat(models.model("pairs").primary().columns())
                .extracting(column -> column.name())
                .containsExactly("b", "a");
    }

    @Test
    void aTableWithoutAKeyIsReadAndNotSaved() {
        DynamicModels models = DynamicModels.of(new SchemaDefinition(
                List.of(TableDefinition.of(
                        QualifiedName.of("logs"),
                        List.of(integer("code"), integer("line").withNullable(true)),
                        List.of(IndexDefinition.unique(List.of("line"))))),
                List.of()));
        Table<DynamicModel> logs = models.model("logs");

        assertThat(logs.hasKey())
                .as("a unique one that may be null tells no row")
                .isFalse();
        assertThat(logs.make(Map.of("code", 1)).toString()).isEqualTo("logs#new");
        assertThat(logs.stored(Map.of("code", 1)).toString()).isEqualTo("logs#without a key");
    }

    // Relations

    @Test
    void aRelationIsAValueOnceItIsLoaded() {
        DynamicModel user = MODELS.model("User").make(Map.of("email", "x")).set("id", 1);
        DynamicModel post = MODELS.model("Post").make();

        assertThatThrownBy(() -> user.many("posts")).isInstanceOf(RelationNotLoadedException.class);
        assertThatThrownBy(() -> user.get("posts")).isInstanceOf(RelationNotLoadedException.class);
        assertThat(post.associate("author", user).one("author")).isSameAs(user);
        assertThat(post.get("author")).isSameAs(user);
        assertThat(post.get("authorId")).isEqualTo(1);
        assertThatThrownBy(() -> post.dissociate("author")).isInstanceOf(NullNotAllowedException.class);
    }

    @Test
    void aRelationIsAskedOnlyForWhatItIs() {
        DynamicModel post = MODELS.model("Post").make().set("id", "p").set("authorId", 1);
        DynamicModel user = MODELS.model("User").make().set("id", 1);
        DynamicModel loaded = post.associate("author", user);

        assertThatThrownBy(() -> loaded.many("author")).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> loaded.related("author")).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> loaded.pivot("author")).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> loaded.associate("tags", user)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> user.pivot("posts")).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void aModelOfAnotherTableIsRefused() {
        DynamicModel post = MODELS.model("Post").make();
        DynamicModel tag = MODELS.model("Tag").make().set("id", 1);

        assertThatThrownBy(() -> post.associate("author", tag))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("User.id is no column of table Tag");
        assertThatThrownBy(() -> tag.get(MODELS.model("Post").column("title")))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> Mono.from(MODELS.model("User")
                                .make()
                                .set("id", 1)
                                .related("posts")
                                .save(tag))
                        .block())
                .isInstanceOf(InvalidUsageException.class);
    }

    // What is told

    @Test
    void whatIsToldOfAModelHolds() {
        DynamicModels models = DynamicModels.of(
                FILE,
                told -> told.model("User")
                        .softDeletes("deletedAt")
                        .fillable("email")
                        .hidden("password")
                        .table(table -> {
                            var unused = table.accessor("shout", user -> user.get("email") + "!");
                        }));
        Table<DynamicModel> users = models.model("User");

        assertThat(users.deletedAt().name()).isEqualTo("deletedAt");
        assertThat(users.make().set("deletedAt", Instant.EPOCH).get("deletedAt"))
                .isEqualTo(Instant.EPOCH);
        DynamicModel user = users.make(Map.of("email", "x"));
        assertThat(user.toMap()).containsKey("email").doesNotContainKey("password");
        assertThat(user.get("shout")).isEqualTo("x!");
        assertThatThrownBy(() -> users.make(Map.of("role", "ADMIN"))).isInstanceOf(MassAssignmentException.class);
    }

    @Test
    void whatIsToldOfNothingIsRefused() {
        assertThatThrownBy(
                        () -> DynamicModels.of(FILE, told -> told.model("Usr").hidden("email")))
                .isInstanceOf(UnknownModelException.class);
        assertThatThrownBy(
                        () -> DynamicModels.of(FILE, told -> told.model("User").hidden("pasword")))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessageContaining("\"password\"");
        assertThatThrownBy(
                        () -> DynamicModels.of(FILE, told -> told.model("User").fillable("x")))
                .isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(
                        () -> DynamicModels.of(FILE, told -> told.model("User").softDeletes("email")))
                .isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void modelsAreClosedOnceTheyAreMade() {
        assertThatThrownBy(() -> MODELS.model("User").integer("more")).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> MODELS.names().remove("User")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> MODELS.model("User").relationNames().remove("posts"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(MODELS.all()).hasSize(4);
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        DynamicModels models = DynamicModels.of(schema(table("t", "id")));
        Table<DynamicModel> table = Table.of("t", "T", DynamicModel::new);
        var a = table.integer("a").attribute("same");
        var b = table.integer("b").attribute("same");

        assertThat(models.has("t")).isTrue();
        assertThat(List.of(a, b)).hasSize(2);
        assertThatThrownBy(table::columns)
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("t.same is declared twice");
    }
}
