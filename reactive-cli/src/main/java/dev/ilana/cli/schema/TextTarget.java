package dev.ilana.cli.schema;

import dev.ilana.cli.console.Console;
import dev.ilana.cli.project.TextFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a text is written to.
 *
 * @param file empty for standard output
 * @param over whether over a file that is there
 */
record TextTarget(Optional<TextFile> file, boolean over) {

    static final String STANDARD_OUTPUT = "-";

    /**
     * That file, or standard output for {@code -}.
     *
     * @throws dev.ilana.cli.console.CommandFailedException when the file is there and must not be written over
     */
    static TextTarget of(String name, boolean over) {
        Optional<TextFile> file =
                name.equals(STANDARD_OUTPUT) ? Optional.empty() : Optional.of(new TextFile(Path.of(name)));
        if (!over) {
            file.ifPresent(TextFile::requireNew);
        }
        return new TextTarget(file, over);
    }

    /**
     * Writes it, and reports that where it is a file.
     *
     * @param key what it is called as an object
     * @param event what was done, in a word
     */
    void write(String text, String key, String event, int tables, Console console) {
        if (file.isEmpty()) {
            console.text(key, text);
            return;
        }
        file.get().write(text, over);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("event", event);
        object.put("file", file.get().path());
        object.put("tables", tables);
        console.print(event + "  " + file.get().path() + "  " + tables + (tables == 1 ? " table" : " tables"), object);
    }
}
