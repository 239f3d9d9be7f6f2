package dev.ilana.schema.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Printing and reading are each other's opposite, on files that nobody chose. */
class PrismaRoundTripTest {

    private static final int SCHEMAS = 500;

    @ParameterizedTest
    @EnumSource
    void aPrintedFileSaysTheSame(PrismaProvider provider) {
        LongStream.range(0, SCHEMAS).forEach(seed -> {
            String text = RandomPrisma.of(seed, provider);
            PrismaSchema read = read(text, provider);
            String printed = read.print();
            PrismaSchema again = read(printed, provider);

            assertThat(again.definition()).as("seed %d:%n%s", seed, text).isEqualTo(read.definition());
            assertThat(again.models()).isEqualTo(read.models());
            assertThat(again.enums()).isEqualTo(read.enums());
            assertThat(again.print()).as("seed %d, printed twice", seed).isEqualTo(printed);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theFileOfADefinitionSaysTheSame(PrismaProvider provider) {
        LongStream.range(0, SCHEMAS).forEach(seed -> {
            String text = RandomPrisma.of(seed, provider);
            SchemaDefinition definition = read(text, provider).definition();
            PrismaSchema written = PrismaSchema.of(definition, provider);

            assertThat(ordered(written.definition()))
                    .as("seed %d:%n%s%nwas written%n%s", seed, text, written.print())
                    .isEqualTo(ordered(definition));
            assertThat(PrismaSchema.parse(written.print()).print()).isEqualTo(written.print());
        });
    }

    @Test
    void theRichFileSaysTheSameOnEveryDatabase() {
        String rich = PrismaTexts.rich();

        for (PrismaProvider provider : PrismaProvider.values()) {
            PrismaSchema read = PrismaSchema.parse(rich, provider);
            assertThat(PrismaSchema.parse(read.print(), provider).definition()).isEqualTo(read.definition());
            assertThat(PrismaSchema.of(read.definition(), provider).definition())
                    .isEqualTo(read.definition());
        }
        assertThat(PrismaSchema.parse(PrismaSchema.parse(rich).print()).print())
                .isEqualTo(PrismaSchema.parse(rich).print());
    }

    /** A table between models may become a model, which stands elsewhere; so may the order of foreign keys be another. */
    private static List<TableDefinition> ordered(SchemaDefinition definition) {
        return definition.tables().stream()
                .sorted(Comparator.comparing(table -> table.name().toString()))
                .map(table -> table.withForeignKeys(table.foreignKeys().stream()
                        .sorted(Comparator.comparing(key -> String.valueOf(key.name())))
                        .toList()))
                .toList();
    }

    private static PrismaSchema read(String text, PrismaProvider provider) {
        try {
            return PrismaSchema.parse(text, provider);
        } catch (RuntimeException refused) {
            throw new AssertionError(RandomPrisma.numbered(text), refused);
        }
    }

    @Test
    void seedsMakeFilesOfEveryConstruct() {
        String all = String.join(
                "\n",
                LongStream.range(0, SCHEMAS)
                        .mapToObj(seed -> RandomPrisma.of(seed, PrismaProvider.POSTGRESQL))
                        .toList());

        assertThat(List.of(
                        "enum", "[]", "?", "@relation", "@unique", "@@index", "@@map", "@@ignore", "///", "onDelete"))
                .allSatisfy(word -> assertThat(all).contains(word));
    }
}
