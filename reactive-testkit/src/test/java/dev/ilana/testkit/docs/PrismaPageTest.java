package dev.ilana.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ilana.connection.Database;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.prisma.PrismaModel;
import dev.ilana.schema.prisma.PrismaProvider;
import dev.ilana.schema.prisma.PrismaRelation;
import dev.ilana.schema.prisma.PrismaSchema;
import dev.ilana.schema.prisma.syntax.MalformedPrismaException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/prisma.md}. */
class PrismaPageTest {

    private final Database db = Database.connect("h2:mem:" + UUID.randomUUID());

    @AfterEach
    void close() {
        db.close().block();
    }

    private void done(Mono<?> work) {
        assertThat(work.contextWrite(db.use()).then(Mono.just(true)).block()).isTrue();
    }

    private static PrismaSchema blog() {
        // tag::parse
        PrismaSchema blog = PrismaSchema.parse("""
                datasource db {
                  provider = "h2"
                }

                enum Role {
                  USER
                  ADMIN @map("admin")
                }

                /// Who writes
                model User {
                  id    Int    @id @default(autoincrement())
                  email String @unique
                  role  Role   @default(USER)
                  posts Post[]

                  @@map("users")
                }

                model Post {
                  id       String @id @default(uuid(7))
                  title    String @db.VarChar(200)
                  author   User   @relation(fields: [authorId], references: [id])
                  authorId Int    @map("author_id")
                  tags     Tag[]

                  @@index([authorId])
                }

                model Tag {
                  name  String @id
                  posts Post[]
                }
                """);
        // end::parse
        return blog;
    }

    @Test
    void create() {
        PrismaSchema blog = blog();

        // tag::create
        Mono<Void> created = Schema.on(db).apply(blog.creation());
        // end::create

        done(created);
        assertThat(Catalog.of(db).tables().collectList().block())
                .extracting(QualifiedName::name)
                .containsExactlyInAnyOrder("users", "Post", "Tag", "_PostToTag");
    }

    @Test
    void ask() {
        PrismaSchema blog = blog();

        // tag::ask
        SchemaDefinition tables = blog.definition();
        Optional<PrismaModel> post = blog.model("Post");
        Optional<PrismaRelation> author = post.flatMap(model -> model.relation("author"));
        // end::ask

        assertThat(tables.tables()).hasSize(4);
        assertThat(author.orElseThrow().fields()).containsExactly("authorId");
    }

    @Test
    void pull() {
        done(Schema.on(db).apply(blog().creation()));

        // tag::pull
        Mono<String> text = Catalog.of(db)
                .schema()
                .map(present -> PrismaSchema.of(present, PrismaProvider.of(db.dialect()))
                        .print());
        // end::pull

        assertThat(text.block())
                .contains("model users {", "model Post {", "Tag[]")
                .doesNotContain("_PostToTag");
    }

    @Test
    void mistake() {
        assertThat(catchThrowable(() -> PrismaSchema.parse("model A {\n  id Strng @id\n}\n", PrismaProvider.H2)))
                .isInstanceOf(MalformedPrismaException.class)
                .hasMessage("line 2, column 6: unknown type \"Strng\"; did you mean \"String\"?");
    }
}
