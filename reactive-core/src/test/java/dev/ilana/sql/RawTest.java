package dev.ilana.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ilana.error.InvalidUsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("a = ?", List.of("a = ", "")),
                arguments("? = ? or ?", List.of("", " = ", " or ", "")),
                arguments("tags ?? ?", List.of("tags ? ", "")),
                arguments("a = '?' and b = ?", List.of("a = '?' and b = ", "")),
                arguments("a = 'it''s ?' and b = ?", List.of("a = 'it''s ?' and b = ", "")),
                arguments("a = 'it\\'s ?' and b = ?", List.of("a = 'it\\'s ?' and b = ", "")),
                arguments("a = 'C:\\' and b = ?", List.of("a = 'C:\\' and b = ", "")),
                arguments("a = E'it\\'s ?' and b = ?", List.of("a = E'it\\'s ?' and b = ", "")),
                arguments("\"a?\" = ? and `b?` = ?", List.of("\"a?\" = ", " and `b?` = ", "")),
                arguments("a = ? -- why?\nand b = ?", List.of("a = ", " -- why?\nand b = ", "")),
                arguments("a = 5--?", List.of("a = 5--", "")),
                arguments("a = ? # why? it's\nand b = ?", List.of("a = ", " # why? it's\nand b = ", "")),
                arguments("doc #>> ? = ?", List.of("doc #>> ", " = ", "")),
                arguments("a = /* ? */ ?", List.of("a = /* ? */ ", "")),
                arguments("a = /* ? /* ? */ ? */ ?", List.of("a = /* ? /* ? */ ? */ ", "")),
                arguments("a = $$ ? $$ and b = ?", List.of("a = $$ ? $$ and b = ", "")),
                arguments("a = $t$ $$ ? $t$ and b = ?", List.of("a = $t$ $$ ? $t$ and b = ", "")),
                arguments("a$b$ = ? and c$b$ = ?", List.of("a$b$ = ", " and c$b$ = ", "")),
                arguments("a = 'open ?", List.of("a = 'open ?")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aMarkerStandsOutsideOfQuotesAndComments(String sql, List<String> pieces) {
        Object[] values = new Object[pieces.size() - 1];

        assertThat(Raw.of(sql, values).pieces()).isEqualTo(pieces);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = ?", "a = '?'", "? ? ?", "", "a = ??"})
    void aMissingOrIdleValueIsRefused(String sql) {
        assertThatThrownBy(() -> Raw.of(sql, 1, 2)).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void whatMySqlAndOthersReadOtherwiseIsRefused() {
        assertThatThrownBy(() -> Raw.of("a = '\\'?' or b = ? -- '", 1))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageStartingWith("MySQL finds other markers");
    }

    /** Any SQL of pieces that are known, put together at random, comes apart into those pieces. */
    @Test
    void whateverStandsAroundAMarkerItIsFound() {
        for (long seed = 0; seed < 20_000; seed++) {
            RandomSql sql = new RandomSql(new Random(seed), false);

            assertThat(Raw.of(sql.text(), sql.values()).pieces())
                    .as("seed %d: %s", seed, sql.text())
                    .isEqualTo(sql.pieces());
        }
    }

    /** So does the SQL that only some databases read, unless it is one of the few texts that are two things. */
    @Test
    void theQuotesOfSomeDatabasesAreFoundOrRefused() {
        int refused = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            RandomSql sql = new RandomSql(new Random(seed), true);
            try {
                assertThat(Raw.of(sql.text(), sql.values()).pieces())
                        .as("seed %d: %s", seed, sql.text())
                        .isEqualTo(sql.pieces());
            } catch (InvalidUsageException e) {
                assertThat(e).hasMessageStartingWith("MySQL finds other markers");
                refused++;
            }
        }
        assertThat(refused).isLessThan(2_000);
    }

    /** Text that is whatever it is given as splits without an error, and loses nothing but its markers. */
    @Test
    void noTextLosesACharacter() {
        String alphabet = "?'\"`$-/*#\\eE a1_\n;\u0000\ud800é";
        for (long seed = 0; seed < 50_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(24); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (Markers.Reading reading : Markers.Reading.values()) {
                List<String> pieces = Markers.read(text.toString(), reading).pieces();

                assertThat(String.join("", pieces).replace("?", ""))
                        .isEqualTo(text.toString().replace("?", ""));
            }
        }
    }

    private static final class RandomSql {

        private static final String[] PLAIN = {
            "a", "b1", "=", "<>", "or", "(", ")", "name$1", "12", "-", "/", "*", "||", "é", "users.id"
        };
        private static final String INSIDE = "?$-/*#;: aé1_\n";

        private final Random random;
        private final List<String> pieces = new ArrayList<>();
        private final StringBuilder piece = new StringBuilder();
        private final StringBuilder text = new StringBuilder();

        RandomSql(Random random, boolean special) {
            this.random = random;
            for (int i = random.nextInt(12); i > 0; i--) {
                segment(random.nextInt(special ? 9 : 7));
                said(" ");
            }
            pieces.add(piece.toString());
        }

        private void segment(int kind) {
            switch (kind) {
                case 0 -> said(PLAIN[random.nextInt(PLAIN.length)]);
                case 1 -> {
                    text.append('?');
                    pieces.add(piece.toString());
                    piece.setLength(0);
                }
                case 2 -> {
                    text.append("??");
                    piece.append('?');
                }
                case 3 -> said("'" + inside("''\"`") + "'");
                case 4 -> said("\"" + inside("\"\"'`") + "\"");
                case 5 -> said("-- " + inside("").replace("\n", "") + "\n");
                case 6 -> said("/* " + inside("").replace("*", "").replace("/", "") + " */");
                case 7 -> said("$t1$" + inside("'").replace("$t1$", "") + "$t1$");
                default -> said("E'" + inside("").replace("?", "\\'?") + "'");
            }
        }

        /** Random text, in which the first two characters of the extra ones only come together. */
        private String inside(String extra) {
            StringBuilder inside = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                int at = random.nextInt(INSIDE.length() + extra.length());
                if (at < INSIDE.length()) {
                    inside.append(INSIDE.charAt(at));
                } else if (extra.length() > 1 && at < INSIDE.length() + 2) {
                    inside.append(extra, 0, 2);
                } else {
                    inside.append(extra.charAt(at - INSIDE.length()));
                }
            }
            return inside.toString();
        }

        private void said(String sql) {
            text.append(sql);
            piece.append(sql);
        }

        String text() {
            return text.toString();
        }

        List<String> pieces() {
            return pieces;
        }

        Object[] values() {
            return new Object[pieces.size() - 1];
        }
    }
}
