package dev.ilana.schema.diagram;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammars that the other tests trust refuse what the languages refuse. */
class GrammarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bigint pk",
                "2d x",
                "a b c",
                "decimal(1,2) x",
                "text x \"a \" b\"",
                "text x \"a~b~c\"",
                "text x \"%%{init}%%\"",
                "text x \"#\"",
                "text x UK, PK",
                "text x PK \"a\" FK",
                "text x \"a\nb\"",
                "}"
            })
    void mermaidRefuses(String attribute) {
        assertThatThrownBy(() -> Grammar.checkMermaid("erDiagram\n    \"t\" {\n        " + attribute + "\n    }\n"))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\"",
                "x text",
                "\"x\" double precision",
                "\"x\" text []",
                "\"x\" text [null null]",
                "\"x\" text [not null,]",
                "\"x\" text [not null pk]",
                "\"x\" text [pk, pk]",
                "\"x\" text [note: 'it's']",
                "\"x\" text [note: 'a\\']",
                "\"x\" text [note: '''a''']",
                "\"x\" text [default: `a`b`]",
                "\"x\" text [default: -1]",
                "\"x\" text // more",
                "\"x\" text\n}\n\"y\" text"
            })
    void dbmlRefuses(String column) {
        assertThatThrownBy(() -> Grammar.checkDbml("Table \"t\" {\n  " + column + "\n}\n"))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Table \"t\" {\n  \"x\" text [pk, not null, note: 'it\\'s']\n}\n"})
    void dbmlTakes(String text) {
        assertThatCode(() -> Grammar.checkDbml(text)).doesNotThrowAnyException();
    }
}
