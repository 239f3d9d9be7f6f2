package dev.ilana.testkit.contract;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.dialect.Capability;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.KeyChange.DropForeignKey;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableChange.DropTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TypeChange.CreateEnum;
import dev.ilana.schema.definition.TypeChange.DropType;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.prisma.PrismaProvider;
import dev.ilana.schema.prisma.PrismaSchema;
import dev.ilana.testkit.database.Runner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A contract whose tests each start with an empty database, and a Prisma file of a shop. */
interface PrismaShopContract {

    /** All that a file can say on every database. */
    String SHOP = """
            /// Who may do what
            enum Role {
              USER
              ADMIN @map("admin")
              GUEST @map("it's a guest")
              @@map("roles")
            }

            /// A person,
            /// who writes.
            model User {
              id        Int      @id @default(autoincrement())
              /// how to reach them; always
              email     String   @unique
              name      String?  @map("full_name")
              role      Role     @default(ADMIN)
              balance   Decimal  @default(12.5) @db.Decimal(10, 1)
              active    Boolean  @default(true)
              score     Float    @default(-1.5)
              seen      BigInt   @default(9000000000)
              small     Int      @default(7) @db.SmallInt
              settings  Json?
              picture   Bytes?
              code      String   @default("it's; \\"new\\"") @db.VarChar(40)
              short     String?  @db.Char(3)
              born      DateTime? @db.Date
              wakes     DateTime? @db.Time(0) // every day
              createdAt DateTime @default(now()) @map("created_at")
              updatedAt DateTime @updatedAt
              sum       Int?     @default(dbgenerated("1 + 1"))

              posts    Post[]   @relation("written")
              liked    Post[]   @relation("liked")
              profile  Profile?
              boss     User?    @relation("staff", fields: [bossId], references: [id], onDelete: SetNull, onUpdate: NoAction)
              bossId   Int?
              staff    User[]   @relation("staff")
              friends  User[]   @relation("friends")
              friendOf User[]   @relation("friends")

              @@unique([name, role])
              @@index([role, createdAt(sort: Desc)], map: "users_by_role")
              @@index([bossId])
              @@map("users")
            }

            model Post {
              id       String    @id @default(uuid())
              title    String    @db.Text
              author   User      @relation("written", fields: [authorId], references: [id], onDelete: Cascade, map: "post_author")
              authorId Int
              likedBy  User[]    @relation("liked")
              tags     Tag[]
              comments Comment[]

              @@index([authorId])
            }

            model Tag {
              name  String @id @db.VarChar(30)
              posts Post[]
            }

            model Profile {
              user   User   @relation(fields: [userId], references: [id])
              userId Int    @id
              bio    String @default("none")
            }

            model Comment {
              post   Post   @relation(fields: [postId], references: [id])
              postId String
              number Int
              text   String
              votes  Vote[]

              @@id([postId, number])
            }

            model Vote {
              id      Int      @id
              comment Comment? @relation(fields: [postId, number], references: [postId, number], onDelete: Cascade)
              postId  String?
              number  Int?

              @@index([postId, number])
            }
            """;

    @BeforeEach
    default void nothing(Runner run) {
        if (run.database().dialect().supports(Capability.SCHEMA)) {
            run.value(Schema.on(run.database()).dropSchemaCascade("audit"));
        }
        SchemaDefinition present = present(run);
        List<SchemaChange> changes = new ArrayList<>();
        for (TableDefinition table : present.tables()) {
            for (ForeignKeyDefinition key : table.foreignKeys()) {
                changes.add(new DropForeignKey(table.name(), key.name(), key.columns()));
            }
        }
        present.tables().forEach(table -> changes.add(new DropTable(table.name(), false)));
        if (!keepsTypes()) {
            present.enums().forEach(type -> changes.add(new DropType(type.name(), false)));
        }
        run.value(Schema.on(run.database()).apply(changes));
    }

    /**
     * Whether enumerated types stay for the next test: a statement that PostgreSQL has prepared knows the types of its values
     * by number, and a type of the same name has another.
     */
    default boolean keepsTypes() {
        return false;
    }

    static PrismaProvider provider(Runner run) {
        return PrismaProvider.of(run.database().dialect());
    }

    static SchemaDefinition present(Runner run) {
        return run.get(Catalog.of(run.database()).schema());
    }

    @CanIgnoreReturnValue
    static PrismaSchema created(Runner run, String text) {
        PrismaSchema schema = PrismaSchema.parse(text, provider(run));
        List<EnumDefinition> there = present(run).enums();
        run.value(Schema.on(run.database())
                .apply(schema.creation().stream()
                        .filter(change -> !(change instanceof CreateEnum create && there.contains(create.type())))
                        .toList()));
        return schema;
    }
}
