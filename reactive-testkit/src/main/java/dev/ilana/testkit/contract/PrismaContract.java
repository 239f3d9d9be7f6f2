package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.ForeignKeyViolationException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.query.Row;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.KeyChange.DropForeignKey;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableChange.DropTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOptions;
import dev.ilana.schema.definition.TypeChange.DropType;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.prisma.PrismaProvider;
import dev.ilana.schema.prisma.PrismaSchema;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Prisma file makes a database, which is what the file says; and the database makes a file that says it again. */
public interface PrismaContract {

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
        present.enums().forEach(type -> changes.add(new DropType(type.name(), false)));
        run.value(Schema.on(run.database()).apply(changes));
    }

    private static PrismaProvider provider(Runner run) {
        return PrismaProvider.of(run.database().dialect());
    }

    private static SchemaDefinition present(Runner run) {
        return run.get(Catalog.of(run.database()).schema());
    }

    @CanIgnoreReturnValue
    private static PrismaSchema created(Runner run, String text) {
        PrismaSchema schema = PrismaSchema.parse(text, provider(run));
        run.value(Schema.on(run.database()).apply(schema.creation()));
        return schema;
    }

    // The file and the database

    @Test
    @Feature("16.7")
    default void aFileMakesTheDatabaseThatItDescribes(Runner run) {
        PrismaSchema schema = created(run, SHOP);

        describesTheSame(present(run), schema.definition());
        assertThat(present(run).enums()).isEqualTo(schema.definition().enums());
    }

    @Test
    @Feature("16.7")
    default void aDatabaseMakesTheFileThatDescribesIt(Runner run) {
        created(run, SHOP);
        SchemaDefinition present = present(run);

        PrismaSchema pulled = PrismaSchema.of(present, provider(run));

        describesTheSame(pulled.definition(), present);
        assertThat(pulled.print()).contains("provider = ").doesNotContain("Unsupported", "@@ignore");
        assertThat(pulled.models()).as("the tables between models are none").hasSize(6);
        assertThat(PrismaSchema.parse(pulled.print()).definition()).isEqualTo(pulled.definition());
    }

    @Test
    @Feature("16.7")
    default void aPulledFileMakesTheSameDatabaseAgain(Runner run) {
        created(run, SHOP);
        SchemaDefinition first = present(run);
        String pulled = PrismaSchema.of(first, provider(run)).print();
        nothing(run);

        created(run, pulled);

        describesTheSame(present(run), first);
    }

    private static void describesTheSame(SchemaDefinition actual, SchemaDefinition expected) {
        Map<QualifiedName, TableDefinition> tables = tables(actual);
        assertThat(tables.keySet()).isEqualTo(tables(expected).keySet());
        tables(expected).forEach((name, table) -> {
            TableDefinition same = Objects.requireNonNull(tables.get(name), "the names are the same");
            assertThat(same.columns()).as("columns of %s", name).containsExactlyElementsOf(table.columns());
            assertThat(same.indexes()).as("indexes of %s", name).containsExactlyElementsOf(table.indexes());
            assertThat(same.foreignKeys()).as("keys of %s", name).containsExactlyElementsOf(table.foreignKeys());
            assertThat(same).isEqualTo(table);
        });
    }

    /** What the catalog tells of tables, in one order, and what a file can't say of them apart. */
    private static Map<QualifiedName, TableDefinition> tables(SchemaDefinition definition) {
        return definition.tables().stream()
                .map(table -> new TableDefinition(
                        table.name(),
                        table.columns().stream().map(PrismaContract::comparable).toList(),
                        table.indexes().stream()
                                .sorted(Comparator.comparing(index -> String.valueOf(index.name())))
                                .toList(),
                        table.foreignKeys().stream()
                                .map(PrismaContract::comparable)
                                .sorted(Comparator.comparing(key -> String.valueOf(key.name())))
                                .toList(),
                        table.checks(),
                        TableOptions.NONE,
                        table.comment()))
                .collect(Collectors.toMap(TableDefinition::name, table -> table));
    }

    /** Each database writes an expression in its own way. */
    private static ColumnDefinition comparable(ColumnDefinition column) {
        return column.name().equals("sum") ? column.withDefault(null) : column;
    }

    /** MariaDB can't tell the two apart. */
    private static ForeignKeyDefinition comparable(ForeignKeyDefinition key) {
        return key.onDelete() == ReferentialAction.RESTRICT ? key.withOnDelete(ReferentialAction.NO_ACTION) : key;
    }

    // What is in it

    @Test
    @Feature("16.7")
    default void rowsGetTheDefaultsOfTheFile(Runner run) {
        created(run, SHOP);
        run.get(DB.table("users").insert(Map.of("email", "ada@example.com", "updatedAt", now())));

        Row ada = run.get(DB.table("users").first());
        assertThat(ada.get("id", Integer.class)).isEqualTo(1);
        assertThat(ada.get("role", String.class)).isEqualTo("admin");
        assertThat(ada.get("balance", BigDecimal.class)).isEqualByComparingTo("12.5");
        assertThat(ada.get("active", Boolean.class)).isTrue();
        assertThat(ada.get("score", Double.class)).isEqualTo(-1.5);
        assertThat(ada.get("seen", Long.class)).isEqualTo(9_000_000_000L);
        assertThat(ada.get("code", String.class)).isEqualTo("it's; \"new\"");
        assertThat(ada.get("sum", Integer.class)).isEqualTo(2);
        assertThat(ada.get("created_at", LocalDateTime.class)).isNotNull();
        assertThat(ada.get("full_name", String.class)).isNull();
    }

    @Test
    @Feature("16.7")
    default void keysAndEnumsOfTheFileHold(Runner run) {
        created(run, SHOP);
        user(run, 1, "ada@example.com");
        user(run, 2, "bob@example.com");
        run.get(DB.table("Post").insert(Map.of("id", "p", "title", "One", "authorId", 1)));
        run.get(DB.table("_liked").insert(Map.of("A", "p", "B", 2)));

        assertThat(run.error(DB.table("users").insert(Map.of("email", "ada@example.com", "updatedAt", now()))))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(run.error(DB.table("users").insert(Map.of("email", "x", "updatedAt", now(), "role", "GUEST"))))
                .as("the database's words are those of @map")
                .isInstanceOf(DatabaseException.class);
        assertThat(run.error(DB.table("_liked").insert(Map.of("A", "p", "B", 2))))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(run.error(DB.table("_liked").insert(Map.of("A", "none", "B", 2))))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThat(run.error(DB.table("Vote").insert(Map.of("id", 1, "postId", "p", "number", 9))))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    @Feature("16.7")
    default void whatGoesTakesAlongWhatTheFileSays(Runner run) {
        created(run, SHOP);
        user(run, 1, "ada@example.com");
        user(run, 2, "bob@example.com");
        run.get(DB.table("users").where("id", 2).update(Map.of("bossId", 1)));
        run.get(DB.table("Post").insert(Map.of("id", "p", "title", "One", "authorId", 1)));
        run.get(DB.table("_liked").insert(Map.of("A", "p", "B", 2)));

        run.get(DB.table("users").where("id", 1).delete());

        assertThat(run.get(DB.table("Post").count())).as("onDelete: Cascade").isZero();
        assertThat(run.get(DB.table("_liked").count())).as("the pairs").isZero();
        assertThat(run.get(DB.table("users").first()).get("bossId", Integer.class))
                .as("onDelete: SetNull")
                .isNull();
        run.get(DB.table("Profile").insert(Map.of("userId", 2)));
        assertThat(run.error(DB.table("users").where("id", 2).delete()))
                .as("Restrict, which is usual")
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    private static void user(Runner run, int id, String email) {
        run.get(DB.table("users").insert(Map.of("id", id, "email", email, "updatedAt", now())));
    }

    private static LocalDateTime now() {
        return LocalDateTime.of(2024, 2, 29, 12, 0);
    }

    // What only some databases have

    @Test
    @Feature("16.7")
    @Needs(Capability.ARRAY_COLUMN)
    default void listsAreColumnsWithTheirDefaults(Runner run) {
        PrismaSchema schema = created(run, """
                enum Color {
                  RED
                  GREEN @map("it's green")
                }
                model Paint {
                  id     Int      @id
                  names  String[] @default(["a", "it's", "\\"b\\" \\\\"])
                  sizes  Int[]    @default([1, 2])
                  none   String[] @default([])
                  flags  Boolean[]
                }
                """);
        run.get(DB.table("Paint").insert(Map.of("id", 1)));

        Row paint = run.get(DB.table("Paint").first());
        assertThat((Object[]) paint.get("names")).containsExactly("a", "it's", "\"b\" \\");
        assertThat((Object[]) paint.get("sizes")).containsExactly(1, 2);
        assertThat((Object[]) paint.get("none")).isEmpty();
        assertThat(types(present(run))).isEqualTo(types(schema.definition()));
    }

    @Test
    @Feature("16.7")
    @Needs(Capability.SCHEMA)
    default void modelsMayBeInASchemaOfTheirOwn(Runner run) {
        PrismaSchema schema = created(run, """
                datasource db {
                  provider = "postgresql"
                  schemas  = ["audit"]
                }
                model Account {
                  id      Int     @id
                  entries Entry[]
                  @@schema("audit")
                }
                model Entry {
                  id        Int     @id
                  account   Account @relation(fields: [accountId], references: [id])
                  accountId Int
                }
                """);
        QualifiedName accounts = QualifiedName.of("audit.Account");

        TableDefinition present = run.get(Catalog.of(run.database()).table(accounts));
        assertThat(present.columns())
                .isEqualTo(schema.definition().table(accounts).orElseThrow().columns());
        assertThat(present(run).tables().get(0).foreignKeys())
                .extracting(ForeignKeyDefinition::referencedTable)
                .containsExactly(accounts);
    }

    @Test
    @Feature("16.7")
    default void typesOfTheDatabaseAreMadeAndPulledAgain(Runner run) {
        PrismaSchema schema = created(
                run,
                switch (provider(run)) {
                    case POSTGRESQL -> """
                    model Types {
                      a String @id @db.Uuid
                      b String @db.Inet
                      c String @db.Xml
                      d String @db.Bit(3)
                      e String @db.VarBit
                      f Int @db.Oid
                      g Float @db.Real
                      h Decimal @db.Decimal
                      i Decimal @db.Money
                      j DateTime @db.Timetz(3)
                      k DateTime @db.Timestamptz(6)
                      l Json @db.Json
                      m String @db.VarChar
                      n Unsupported("circle")
                      o Unsupported("point")?
                    }
                    """;
                    case MYSQL -> """
                    model Types {
                      a String @id @db.Char(36)
                      b String @db.TinyText
                      c String @db.MediumText
                      d Int @db.TinyInt
                      e Int @db.UnsignedSmallInt
                      f BigInt @db.UnsignedBigInt
                      g Float @db.Float
                      h DateTime @db.DateTime(6)
                      i DateTime @default(now()) @db.DateTime
                      j Bytes @db.Bit(4)
                      k Bytes @db.Binary(8)
                      l Bytes @db.VarBinary(8)
                      m Bytes @db.Blob
                      n Boolean @db.TinyInt
                      o Unsupported("point")?
                    }
                    """;
                    case H2 -> """
                    model Types {
                      a String @id @db.Uuid
                      b String @db.LongText
                      c Int @db.SmallInt
                      d Float @db.Real
                      e DateTime @db.Timestamptz(6)
                      f DateTime @db.Timestamp
                      g Bytes @db.VarBinary(16)
                      h Unsupported("geometry(point)")?
                    }
                    """;
                });

        SchemaDefinition present = present(run);
        assertThat(types(present)).isEqualTo(types(schema.definition()));
        assertThat(types(PrismaSchema.of(present, provider(run)).definition())).isEqualTo(types(present));
    }

    /** The types of all columns; those of the database's own in the letters that a catalog shows. */
    private static Map<String, ColumnType> types(SchemaDefinition definition) {
        return definition.tables().stream()
                .flatMap(table -> table.columns().stream())
                .collect(Collectors.toMap(
                        ColumnDefinition::name,
                        column -> column.type() instanceof Native own
                                ? new Native(own.sql().toLowerCase(Locale.ROOT))
                                : column.type()));
    }
}
