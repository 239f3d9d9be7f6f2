package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.PrismaShopContract.created;
import static dev.ilana.testkit.contract.PrismaShopContract.present;
import static dev.ilana.testkit.contract.PrismaShopContract.provider;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.query.Row;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOptions;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.prisma.PrismaSchema;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A Prisma file makes a database, which is what the file says; and the database makes a file that says it again. */
public interface PrismaContract extends PrismaShopContract {

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
