package dev.ilana.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every block of Java in the pages is code that runs, or says which feature it waits for. */
class SnippetsTest {

    private static final Pattern SNIPPET = Pattern.compile("<!-- snippet: (\\w+)#(\\w+) -->");
    private static final Pattern PLANNED = Pattern.compile("<!-- planned: rows? \\d+\\.\\d+(, \\d+\\.\\d+)* -->");

    @TestFactory
    Stream<DynamicTest> everyBlockIsCodeThatRuns() throws IOException {
        Sources sources = Sources.ofRepository();
        return blocks().stream().map(block -> dynamicTest(block.toString(), () -> check(block, sources)));
    }

    @Test
    void blocksAreReadOffAPage() {
        List<String> page = List.of(
                "text",
                "<!-- snippet: A#b -->",
                "",
                "```java",
                "x;",
                "```",
                "```java",
                "y;",
                "```",
                "<!-- planned: row 1.1 -->",
                "z");

        assertThat(CodeBlock.in("p.md", page))
                .extracting(CodeBlock::where, CodeBlock::label, CodeBlock::code)
                .containsExactly(
                        tuple("p.md, line 4", "<!-- snippet: A#b -->", "x;"),
                        tuple("p.md, line 7", "", "y;"),
                        tuple("p.md, line 10", "<!-- planned: row 1.1 -->", ""));
    }

    private static List<CodeBlock> blocks() throws IOException {
        Path root = Sources.root();
        List<CodeBlock> blocks = new ArrayList<>();
        for (Path page : pages(root)) {
            blocks.addAll(CodeBlock.in(root.relativize(page).toString(), Files.readAllLines(page)));
        }
        return blocks;
    }

    private static List<Path> pages(Path root) throws IOException {
        try (Stream<Path> docs = Files.list(root.resolve("docs"))) {
            return Stream.concat(Stream.of(root.resolve("README.md")), docs.sorted())
                    .filter(file -> file.toString().endsWith(".md") && Files.isRegularFile(file))
                    .toList();
        }
    }

    private static void check(CodeBlock block, Sources sources) {
        if (!block.closed() || block.code().isEmpty()) {
            fail(block.where() + ": " + block.label() + " wants a block right after it that begins with ```java"
                    + " and ends with ```.");
        }
        Matcher snippet = SNIPPET.matcher(block.label());
        if (snippet.matches()) {
            compare(block, snippet.group(1), snippet.group(2), sources);
        } else if (!PLANNED.matcher(block.label()).matches()) {
            fail(block.where() + ": say where this Java comes from, in the line before it.\n"
                    + "Code that runs: put it in a test between \"// tag::name\" and \"// end::name\", and write\n"
                    + "  <!-- snippet: TheTest#name -->\n"
                    + "Code that waits for a feature: name its rows in the feature list,\n"
                    + "  <!-- planned: row 6.1 -->\n"
                    + "The block is\n" + block.code());
        }
    }

    private static void compare(CodeBlock block, String file, String name, Sources sources) {
        String region = sources.region(file, name);
        if (!region.equals(block.code())) {
            fail(block.where() + " is not what " + file + ".java runs as \"" + name + "\".\n"
                    + "To mend it, copy the code below into the page, or change the code and copy it then.\n\n"
                    + "--- " + file + ".java\n" + region + "\n\n--- " + block.page() + "\n" + block.code() + "\n");
        }
    }
}
