package dev.ilana.schema.diagram;

import static dev.ilana.schema.diagram.Shop.BIG;
import static dev.ilana.schema.diagram.Shop.ID;
import static dev.ilana.schema.diagram.Shop.PRIMARY;
import static dev.ilana.schema.diagram.Shop.column;
import static dev.ilana.schema.diagram.Shop.key;
import static dev.ilana.schema.diagram.Shop.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.SetOf;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing in a text or a name ends the place it stands in, and all of it can be read there. */
class HostileDiagramTest {

    static Stream<String> texts() {
        return Stream.of(
                "it's \"so\"",
                "'",
                "''",
                "'''",
                "''']",
                "\"",
                "\"\"",
                "\" }",
                "\" PK \"",
                "`",
                "``now()``",
                "\\",
                "\\'",
                "\\\"",
                "\\n",
                "ends with \\",
                "\n",
                "two\nlines",
                "two\r\nlines",
                "a\rb\tc\u0000d\u000be\fe",
                "next\u0085line\u2028and\u2029paragraph",
                "\n}\n    \"users\" {\n",
                "x\n%% comment",
                "%%",
                "%%{init: {'theme': 'dark'}}%%",
                "50%",
                "*/",
                "/* x */",
                "// x",
                "--",
                "-- x\n drop",
                "]",
                "[pk]",
                "}",
                "{",
                "#",
                "#34;",
                "#quot;",
                "&quot;",
                "style: #f9f;",
                "style:#f9f;",
                "style:\"x\";",
                "classDef x fill:\"#f9f\";",
                "a:\nb style:\n\"",
                "direction TB",
                "~a~",
                "a~b~ c",
                "$$x^2$$",
                "<script>alert(1)</script>",
                "<b>&amp;</b>",
                "accTitle: x",
                "erDiagram",
                "名前 – ünïcode 😀 \u202eright to left",
                "half \ud800 of one",
                "; ,",
                " ",
                "x".repeat(3000));
    }

    static Stream<String> names() {
        return Stream.of(
                "pk",
                "PK",
                "fk",
                "uk",
                "pké",
                "pk_",
                "a$b",
                "_",
                "_$",
                "ª",
                "ªº",
                "µ",
                "a٣",
                "名前",
                "ÑAME",
                "straße",
                "style",
                "classDef",
                "class",
                "subgraph",
                "end",
                "one",
                "many",
                "to",
                "u",
                "o",
                "title",
                "accTitle",
                "direction",
                "erDiagram",
                "Table",
                "table",
                "Note",
                "note",
                "indexes",
                "checks",
                "records",
                "Ref",
                "ref",
                "enum",
                "Project",
                "null",
                "true",
                "__proto__",
                "constructor");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextStaysInItsPlaceInMermaid(String text) {
        String drawn = Diagram.mermaid(with(text));

        Grammar.checkMermaid(drawn);
        assertThat(drawn.lines())
                .hasSameSizeAs(Diagram.mermaid(with("x")).lines().toList());
        assertThat(drawn.lines().filter(line -> line.contains(" commented")))
                .singleElement()
                .extracting(HostileDiagramTest::decoded)
                .isEqualTo(text.isBlank() ? "bigint commented" : "bigint commented \"" + onOneLine(text) + "\"");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextStaysInItsPlaceInDbml(String text) {
        String drawn = Diagram.dbml(with(text));

        Grammar.checkDbml(drawn);
        int notes = text.isBlank() ? 2 : 0;
        assertThat(drawn.lines()).hasSize((int) Diagram.dbml(with("x")).lines().count() - notes);
        assertThat(drawn.lines().filter(line -> line.startsWith("  \"commented\"")))
                .singleElement()
                .extracting(HostileDiagramTest::unescaped)
                .isEqualTo("  \"commented\" bigint [not null" + (text.isBlank() ? "]" : ", note: '" + text + "']"));
        assertThat(drawn.lines().filter(line -> line.startsWith("  \"defaulted\"")))
                .singleElement()
                .extracting(HostileDiagramTest::unescaped)
                .isEqualTo("  \"defaulted\" text [not null, default: '" + whole(text) + "']");
        assertThat(drawn.lines().skip(1).findFirst().map(HostileDiagramTest::unescaped))
                .hasValue("  \"" + text + "\"");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsNoWordOfTheLanguages(String name) {
        TableDefinition named = table(name, List.of(ID, column(name, BIG)), PRIMARY)
                .withForeignKeys(List.of(key(name, name, "id").withName(name)));
        SchemaDefinition schema = new SchemaDefinition(
                List.of(named), List.of(new EnumDefinition(QualifiedName.of(name), List.of(name))));

        Grammar.checkMermaid(Diagram.mermaid(schema));
        Grammar.checkDbml(Diagram.dbml(schema));
        assertThat(Diagram.mermaid(schema).lines().map(HostileDiagramTest::decoded))
                .contains("\"" + name + "\" {", "\"" + name + "\" ||..o{ \"" + name + "\" : \"" + name + "\"");
        assertThat(Diagram.dbml(schema))
                .contains("Table \"" + name + "\" {\n", "Enum \"" + name + "\" {\n  \"" + name + "\"\n}\n")
                .endsWith("Ref \"" + name + "\": \"" + name + "\".\"" + name + "\" > \"" + name + "\".\"id\"\n");
    }

    /** The text in each place where one may stand. */
    private static SchemaDefinition with(String text) {
        String sql = text.isBlank() ? "sql" : text;
        TableDefinition table = table(
                "things",
                List.of(
                        column("commented", BIG).withComment(text),
                        column("defaulted", Plain.TEXT).withDefault(DefaultValue.Literal.of(whole(text))),
                        column("made", Plain.TEXT).withDefault(new DefaultValue.Expression(text)),
                        column("computed", Plain.TEXT).withComputed(new Computed(text, true)),
                        column("chosen", Enumeration.of(List.of(text))),
                        column("several", new SetOf(List.of(text.replace(",", "")))),
                        column("own", new Native(sql))),
                IndexDefinition.index(List.of("made")).withWhere(sql),
                IndexDefinition.index(List.of("made")).withParts(List.of(IndexPart.expression(sql))));
        return new SchemaDefinition(
                List.of(table.withComment(text)),
                List.of(new EnumDefinition(QualifiedName.of("words"), List.of(text))));
    }

    /** A value can't have half of a character. */
    private static String whole(String text) {
        return text.replace("\ud800", "");
    }

    private static String onOneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\ud800]+", " ").strip();
    }

    /** As Mermaid shows it. */
    private static String decoded(String line) {
        return Pattern.compile("#(\\d+);")
                .matcher(line.strip())
                .replaceAll(code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1)))));
    }

    /** As the lexer of DBML reads it. */
    private static String unescaped(String line) {
        return Pattern.compile("\\\\(u([0-9a-f]{4})|.)")
                .matcher(line)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(2) != null
                                ? String.valueOf((char) Integer.parseInt(escape.group(2), 16))
                                : escape.group(1).replace('n', '\n')));
    }
}
