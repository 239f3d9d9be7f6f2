package dev.ilana.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ilana-r make:seeder} */
@Command(
        name = "make:seeder",
        description = "Writes a seeder to fill in.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r make:seeder RoleSeeder"})
final class MakeSeederCommand implements Callable<Integer> {

    private static final String SOURCE = """
            import dev.ilana.schema.seed.Seeder;
            import dev.ilana.schema.seed.Seeding;
            import org.reactivestreams.Publisher;
            import reactor.core.publisher.Mono;

            /** Rows that the database begins with. */
            public final class %s implements Seeder {

                @Override
                public Publisher<?> run(Seeding seeding) {
                    // Return what puts them in, such as dev.ilana.DB.table("roles").insert(java.util.Map.of("name", "admin")).
                    return Mono.empty();
                }
            }
            """;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "NAME", description = "The name of its class.")
    private String name = "";

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    @Override
    public Integer call() {
        Console console = options.console();
        String type = JavaNames.check(name, console.commandLine());
        Path file = options.seederDirectory().resolve(type + ".java");
        new TextFile(file).write(SOURCE.formatted(type), force);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("event", "made");
        object.put("file", file);
        console.print("made  " + file, object);
        return Exit.OK;
    }
}
