package dev.ilana.cli.make;

import dev.ilana.cli.console.Console;
import dev.ilana.cli.project.TextFile;
import dev.ilana.schema.migrate.MigrationName;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that a command makes.
 *
 * @param details what is told of it as an object, beside its path
 */
record MadeFile(Path path, String text, Map<String, Object> details) {

    static MadeFile of(Path path, String text) {
        return new MadeFile(path, text, Map.of());
    }

    static MadeFile of(MigrationName migration, Path path, String text) {
        return new MadeFile(path, text, Map.of("migration", migration));
    }

    /**
     * Writes them all, or none where one is there that must not be written over; and reports each.
     *
     * @param over whether over files that are there
     * @throws dev.ilana.cli.console.CommandFailedException when one can't be written
     */
    static void write(List<MadeFile> files, boolean over, Console console) {
        if (!over) {
            files.forEach(file -> new TextFile(file.path).requireNew());
        }
        files.forEach(file -> new TextFile(file.path).requireWritable());
        files.forEach(file -> file.write(over, console));
    }

    private void write(boolean over, Console console) {
        new TextFile(path).write(text, over);
        report("made", details, path, console);
    }

    /** Reports a file that is there already and stays as it is. */
    static void left(Path path, Console console) {
        report("left", Map.of(), path, console);
    }

    /** Reports a file that was there already and has more lines now. */
    static void completed(Path path, Console console) {
        report("completed", Map.of(), path, console);
    }

    private static void report(String event, Map<String, Object> details, Path path, Console console) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("event", event);
        object.putAll(details);
        object.put("file", path);
        console.print(event + "  " + path, object);
    }
}
