package dev.ilana.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.Table;
import dev.ilana.connection.Database;
import dev.ilana.model.Collection;
import dev.ilana.model.ModelQuery;
import dev.ilana.relation.Synced;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.dynamic.DynamicModel;
import dev.ilana.schema.dynamic.DynamicModels;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.prisma.PrismaSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/dynamic-models.md}. */
class DynamicModelsPageTest {

    private static final String TEXT = """
            datasource db {
              provider = "h2"
            }

            model User {
              id        Int       @id @default(autoincrement())
              name      String
              password  String    @default("none")
              deletedAt DateTime? @map("deleted_at")
              posts     Post[]

              @@map("users")
            }

            model Post {
              id       String @id @default(cuid())
              title    String
              author   User   @relation(fields: [authorId], references: [id])
              authorId Int    @map("author_id")
              tags     Tag[]
            }

            model Tag {
              name  String @id
              posts Post[]
            }
            """;

    private final Database db = Database.connect("h2:mem:" + UUID.randomUUID());
    private final DynamicModels models = DynamicModels.of(PrismaSchema.parse(TEXT));

    @BeforeEach
    void create() {
        assertThat(get(Schema.on(db)
                        .apply(PrismaSchema.parse(TEXT).creation())
                        .then(models.model("User").create(Map.of("name", "Ada")))
                        .flatMap(ada -> ada.related("posts").create(Map.of("title", "Notes")))
                        .thenReturn(true)))
                .isTrue();
    }

    @AfterEach
    void close() {
        db.close().block();
    }

    private <T> T get(Mono<T> work) {
        return Objects.requireNonNull(work.contextWrite(db.use()).block());
    }

    @Test
    void start() {
        String text = TEXT;

        // tag::start
        DynamicModels models = DynamicModels.of(PrismaSchema.parse(text));

        Mono<DynamicModel> user = models.model("User").with("posts").find(1);
        // end::start

        assertThat(get(user).many("posts")).hasSize(1);
    }

    @Test
    void attributes() {
        DynamicModel user = get(models.model("User").findOrFail(1));

        // tag::attributes
        Object name = user.get("name");
        Integer id = user.get("id", Integer.class);

        Mono<DynamicModel> saved = user.set("name", "Ada Lovelace").save();
        // end::attributes

        assertThat(name).isEqualTo("Ada");
        assertThat(id).isEqualTo(1);
        assertThat(get(saved).get("name")).isEqualTo("Ada Lovelace");
    }

    @Test
    void table() {
        // tag::table
        Table<DynamicModel> users = models.model("User");

        Mono<DynamicModel> created = users.create(Map.of("name", "Bob"));
        Flux<DynamicModel> writers = users.query()
                .whereLike("name", "A%")
                .has("posts")
                .orderBy("name")
                .get();
        // end::table

        assertThat(get(created).get("id")).isEqualTo(2);
        assertThat(get(writers.collectList())).hasSize(1);
    }

    @Test
    void relations() {
        DynamicModel user = get(models.model("User").with("posts.tags").findOrFail(1));

        // tag::loaded
        Collection<DynamicModel> posts = user.many("posts");
        // end::loaded
        DynamicModel post = posts.get(0);
        assertThat(get(models.model("Tag").create(Map.of("name", "java"))).get("name"))
                .isEqualTo("java");
        // tag::relations
        ModelQuery<DynamicModel> drafts = user.relation("posts").where("title", "Draft");
        Mono<DynamicModel> added = user.related("posts").create(Map.of("title", "Draft"));
        Mono<Synced> tagged = post.pivot("tags").sync(List.of("java"));
        DynamicModel moved = post.associate("author", user);
        // end::relations

        assertThat(get(added.then(drafts.count()))).isEqualTo(1);
        assertThat(get(tagged).attached()).hasSize(1);
        assertThat(moved.one("author")).isSameAs(user);
    }

    @Test
    void told() {
        PrismaSchema schema = PrismaSchema.parse(TEXT);

        // tag::told
        DynamicModels models = DynamicModels.of(
                schema,
                told -> told.model("User")
                        .softDeletes("deletedAt")
                        .hidden("password")
                        .fillable("name"));
        // end::told

        DynamicModel user = get(models.model("User").findOrFail(1));
        assertThat(user.toMap()).doesNotContainKey("password");
        assertThat(get(user.delete().then(models.model("User").count()))).isZero();
    }

    @Test
    void catalog() {
        // tag::catalog
        Mono<DynamicModels> present = Catalog.of(db).schema().map(DynamicModels::of);
        // end::catalog

        assertThat(get(present.flatMap(
                                tables -> tables.model("users").with("Posts").find(1)))
                        .many("Posts"))
                .hasSize(1);
    }
}
