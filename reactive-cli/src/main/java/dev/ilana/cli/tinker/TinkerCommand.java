package dev.ilana.cli.tinker;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.DatabaseOptions;
import dev.ilana.cli.project.TextFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ilana-r tinker} */
@Command(
        name = "tinker",
        description =
                "A shell for the models: Java, run as it is typed. A Mono or Flux is awaited, and its rows are shown."
                        + " Without a terminal, standard input is run.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r tinker",
            "  ilana-r tinker -e 'DB.table(\"users\").count()'",
            "  ilana-r tinker mend.jsh",
            "  ilana-r tinker --json -e 'DB.table(\"users\").get()' | jq -r '.[].email'"
        })
public final class TinkerCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Runs the snippets of the file, and ends.")
    private @Nullable Path file;

    @Option(
            names = {"-e", "--eval"},
            paramLabel = "CODE",
            description = "Runs these snippets, and ends; may be said several times.")
    private List<String> snippets = List.of();

    @Option(names = "--limit", paramLabel = "ROWS", description = "How many rows of a result are shown. Default: 100.")
    private int limit = 100;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new UsageException("--limit must be at least 1, not " + limit);
        } else if (file != null && !snippets.isEmpty()) {
            throw new UsageException("give a FILE or --eval, not both");
        } else if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
            throw new CommandFailedException("tinker needs a JDK; this Java has no jdk.jshell");
        }
        List<Source> sources = sources();
        SqlEcho sql = new SqlEcho(options.console().err());
        return options.opening().runHeard(sql, opened -> new Tinker(options, opened, sql, limit).run(sources));
    }

    /** What is to be run; none where a person types it. */
    private List<Source> sources() {
        if (file != null) {
            return List.of(
                    new Source(file.toString(), new TextFile(options.project().file(file)).read()));
        } else if (!snippets.isEmpty()) {
            return snippets.stream().map(code -> new Source("--eval", code)).toList();
        }
        return options.project().attended() ? List.of() : List.of(new Source("stdin", input()));
    }

    private String input() {
        StringWriter text = new StringWriter();
        try {
            options.project().input().transferTo(text);
        } catch (IOException e) {
            throw new CommandFailedException("can't read standard input: " + e.getMessage(), e);
        }
        return text.toString();
    }
}
