package dev.ilana.schema.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ilana.schema.prisma.syntax.MalformedPrismaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no Prisma file is refused where it is wrong, with the word that was meant; never by another error. */
class MalformedPrismaTest {

    /** Stands in a file of {@code malformed.txt} where the error is, and is taken out of it. */
    private static final char MARK = '§';

    private static final String MODEL = "model A {\n  id Int @id\n  %s\n}\n";

    /** A file that is wrong at that place, for the reason that the message has in it. */
    record Case(String title, String text, int line, int column, String message) {

        static Case of(String part) {
            int body = part.indexOf('\n') + 1;
            int end = part.indexOf("\n--- ", body);
            String marked = part.substring(body, end) + "\n";
            int at = marked.indexOf(MARK);
            String before = marked.substring(0, at);
            return new Case(
                    part.substring(0, body - 1),
                    before + marked.substring(at + 1),
                    (int) before.chars().filter(c -> c == '\n').count() + 1,
                    at - before.lastIndexOf('\n'),
                    part.substring(end + 5).strip());
        }

        PrismaProvider provider() {
            return title.endsWith("[mysql]") ? PrismaProvider.MYSQL : PrismaProvider.POSTGRESQL;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(MalformedPrismaTest.class.getResourceAsStream("malformed.txt"))) {
            String all = "\n" + new String(file.readAllBytes(), StandardCharsets.UTF_8);
            List<Case> cases = new ArrayList<>();
            for (String part : all.split("\n=== ", -1)) {
                if (!part.isBlank()) {
                    cases.add(Case.of(part));
                }
            }
            return cases;
        }
    }

    @Test
    void thereAreMoreThanAHundredFiles() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(150);
        assertThat(cases().stream().map(Case::title)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefusedWhereItIsWrong(Case wrong) {
        MalformedPrismaException refused = refused(wrong.text, wrong.provider());

        assertThat(refused).hasMessageContaining(wrong.message);
        assertThat(List.of(refused.line(), refused.column()))
                .as("line and column of: %s", refused.getMessage())
                .containsExactly(wrong.line, wrong.column);
        assertThat(refused).hasMessageStartingWith("line " + wrong.line + ", column " + wrong.column + ": ");
    }

    @Test
    void isRefusedWithTheFileWhereThatIsKnown() {
        MalformedPrismaException refused =
                refused("modle A {", PrismaProvider.H2).in("schema.prisma");

        assertThat(refused.file()).isEqualTo("schema.prisma");
        assertThat(refused).hasMessageStartingWith("schema.prisma:1:1: unknown block \"modle\"");
    }

    @Test
    void aFileWithoutADatasourceDoesNotSayWhichDatabaseItIsFor() {
        assertThatThrownBy(() -> PrismaSchema.parse("model A {\n  id Int @id\n}\n"))
                .isInstanceOf(MalformedPrismaException.class)
                .hasMessageContaining("say parse(text, provider)");
    }

    @Test
    void whatNoDatabaseCouldKeepIsRefused() {
        assertThat(place("model A {\n  id Int @id // \0\n}")).containsExactly(2, 17);
        assertThat(place("model A {\n  id Int @id // \uD800\n}")).containsExactly(2, 17);
        assertThat(place("model A {\n  id Int @id // 😀 \uDC00\n}")).containsExactly(2, 20);
        assertThat(place("model A {\n  id Int @id @map(\"\\u0000\")\n}")).containsExactly(2, 19);
        assertThat(place("model A {\n  id Int @id @map(\"\\ud800\")\n}")).containsExactly(2, 19);
        assertThat(place("model A {\n  id Int @id @map(\"\u0001\")\n}")).containsExactly(2, 20);
    }

    @Test
    void theEndsOfLinesOfAllSystemsCountOnce() {
        assertThat(place("model A {\r\n  id Int @id\r\n  b Itn\r\n}\r\n")).containsExactly(3, 5);
        assertThat(place("model A {\r  id Int @id\r  b Itn\r}\r")).containsExactly(3, 5);
        assertThat(place("\uFEFFmodle A {\n}")).containsExactly(1, 1);
    }

    @Test
    @Timeout(20)
    void bracketsWithinBracketsBreakNothing() {
        int depth = 500_000;
        assertThatThrownBy(() -> parse(MODEL.formatted("@@index(" + "[".repeat(depth))))
                .isInstanceOf(MalformedPrismaException.class)
                .hasMessageContaining("brackets within brackets");
        assertThatThrownBy(() -> parse(MODEL.formatted("b Int @default(" + "f(".repeat(depth))))
                .isInstanceOf(MalformedPrismaException.class)
                .hasMessageContaining("brackets within brackets");
        assertThatThrownBy(() -> parse("{".repeat(depth))).isInstanceOf(MalformedPrismaException.class);
        assertThatThrownBy(() -> parse("model A ".repeat(depth))).isInstanceOf(MalformedPrismaException.class);
    }

    @Test
    @Timeout(20)
    void filesOfMegabytesAreRead() {
        String comments = "// a line of a comment that says nothing\n".repeat(100_000);
        StringBuilder fields = new StringBuilder();
        IntStream.range(0, 20_000).forEach(i -> fields.append("  f").append(i).append(" Int @unique\n"));
        StringBuilder models = new StringBuilder();
        IntStream.range(0, 5_000)
                .forEach(i -> models.append("model M").append(i).append(" {\n  id Int @id\n}\n"));

        PrismaSchema schema = parse(comments + "model A {\n  id Int @id\n" + fields + "}\n" + models);

        assertThat(schema.models()).hasSize(5_001);
        assertThat(schema.models().get(0).fields()).hasSize(20_001);
    }

    @Test
    @Timeout(20)
    void wordsOfMegabytesAreShownShort() {
        String word = "x".repeat(2_000_000);
        for (String text : List.of(
                word,
                "model " + word + " {\n  id Int @id\n}",
                MODEL.formatted("b " + word),
                MODEL.formatted("b Int @" + word),
                MODEL.formatted("b Int @default(" + word + "())"),
                MODEL.formatted("b Int @default(\"" + word + "\")"),
                MODEL.formatted("b Int @default(" + "9".repeat(2_000_000) + ")"),
                MODEL.formatted("b Decimal @default(\"" + "9".repeat(2_000_000) + "\")"),
                MODEL.formatted("@@map(\"" + word + "\")"))) {
            assertThatThrownBy(() -> parse(text))
                    .isInstanceOf(MalformedPrismaException.class)
                    .message()
                    .hasSizeLessThan(400);
        }
    }

    /** A file that is right, with something taken out or put in anywhere, is right or refused by the one error. */
    @Test
    @Timeout(60)
    void noOtherErrorComesOfAnyText() {
        String rich = PrismaTexts.rich();
        Random random = new Random(8);
        String[] pieces = {
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "@",
            "@@",
            "\"",
            "\\",
            "//",
            "/*",
            "?",
            ":",
            ",",
            ".",
            "=",
            "-",
            "0",
            "\n",
            "é",
            "String",
            "model",
            "@id",
            "@default(",
            "@relation(",
            "fields: [",
            "\u0000",
            "\uD83D",
            " "
        };
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(rich);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(12));
                text.replace(at, end, random.nextBoolean() ? pieces[random.nextInt(pieces.length)] : "");
            }
            for (PrismaProvider provider : PrismaProvider.values()) {
                try {
                    PrismaSchema schema = PrismaSchema.parse(text.toString(), provider);
                    assertThat(schema.models()).isNotEmpty();
                } catch (MalformedPrismaException refused) {
                    assertThat(refused.line()).isPositive();
                    assertThat(refused.column()).isPositive();
                }
            }
        }
    }

    @Test
    @Timeout(10)
    void aFileOfOneSignIsRefusedAtOnce() {
        for (char c = 0; c < 0x300; c++) {
            String text = String.valueOf(c).repeat(1000);
            try {
                assertThat(parse(text).models()).isEmpty();
            } catch (MalformedPrismaException refused) {
                assertThat(refused).hasMessageContaining("line ");
            }
        }
    }

    private static PrismaSchema parse(String text) {
        return PrismaSchema.parse(text, PrismaProvider.POSTGRESQL);
    }

    private static MalformedPrismaException refused(String text, PrismaProvider provider) {
        MalformedPrismaException refused =
                catchThrowableOfType(MalformedPrismaException.class, () -> PrismaSchema.parse(text, provider));
        assertThat(refused).as("refused: %s", text).isNotNull();
        return refused;
    }

    private static List<Integer> place(String text) {
        MalformedPrismaException refused = refused(text, PrismaProvider.POSTGRESQL);
        return List.of(refused.line(), refused.column());
    }
}
