package dev.ilana.cli.schema;

import dev.ilana.cli.console.Exit;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.CommonOptions;
import dev.ilana.cli.project.PrismaText;
import dev.ilana.schema.prisma.PrismaSchema;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ilana-r schema:validate} */
@Command(
        name = "schema:validate",
        description = "Reads a Prisma file and says where it is wrong. No database is asked.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ilana-r schema:validate schema.prisma"})
public final class ValidateCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        PrismaSchema schema = new PrismaText(file).read();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("event", "valid");
        object.put("file", file);
        object.put("models", schema.models().size());
        object.put("enums", schema.enums().size());
        options.console()
                .print(
                        "valid  " + file + "  " + counted(schema.models().size(), "model") + ", "
                                + counted(schema.enums().size(), "enum"),
                        object);
        return Exit.OK;
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
