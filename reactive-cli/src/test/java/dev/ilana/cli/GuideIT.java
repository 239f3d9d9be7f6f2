package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ilana.cli.GuidePage.Command;
import dev.ilana.cli.GuidePage.Step;
import dev.ilana.cli.GuidePage.Written;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who follows a page from an empty directory, command by command in one shell, sees what the page shows. */
class GuideIT {

    private static final String SERVER = "postgresql://user:password@localhost:5432/app";
    private static final String COMMAND = "\n@@ command\n";
    private static final String ENDED = "\n@@ ended with ";

    @TempDir
    private Path temporary = Path.of(".");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/cli.md",
                "docs/migrations.md",
                "docs/prisma.md",
                "docs/seeding.md",
                "docs/tinker.md"
            })
    void thePageIsFollowed(String name) throws Exception {
        assumeFalse(File.separatorChar == '\\', "a shell of Windows reads other commands");
        GuidePage page = GuidePage.read(Path.of("..").resolve(name));
        assertThat(page.steps()).hasAtLeastOneElementOfType(Command.class);

        if (page.steps().toString().contains(SERVER)) {
            try (TestDatabase database =
                    TestServers.require(DatabaseKind.POSTGRESQL).createDatabase("app")) {
                follow(page, database.url());
            }
        } else {
            follow(page, SERVER);
        }
    }

    private void follow(GuidePage page, String server) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("mvn() { :; } # what is built is there\n");
        page.steps().forEach(step -> script.append(inShell(step)));
        Iterator<String> said = Arrays.stream(
                        run(script.toString().replace(SERVER, server)).split(COMMAND, -1))
                .skip(1)
                .iterator();
        for (Step step : page.steps()) {
            if (step instanceof Command command) {
                assertThat(said).as(command.line()).hasNext();
                assertSays(command, said.next());
            }
        }
    }

    private static String inShell(Step step) {
        if (step instanceof Command command) {
            return "printf '%s'\n%s\nprintf '%s%%d\\n' $?\n"
                    .formatted(escaped(COMMAND), command.line(), escaped(ENDED));
        }
        Written file = (Written) step;
        return "mkdir -p \"$(dirname '%1$s')\"\ncat > '%1$s' <<'@@'\n%2$s@@\n".formatted(file.path(), file.text());
    }

    private static String escaped(String mark) {
        return mark.replace("\n", "\\n");
    }

    private String run(String script) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(temporary.toRealPath().resolve("followed"));
        Path file = Files.writeString(temporary.resolve("followed.sh"), script);
        ProcessBuilder shell = new ProcessBuilder("bash", file.toString())
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true);
        Map<String, String> environment = shell.environment();
        Launcher.NOT_INHERITED.forEach(environment::remove);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("XDG_CACHE_HOME", temporary.resolve("cache").toString());
        environment.merge("PATH", "", (path, none) -> Objects.requireNonNull(Launcher.SCRIPT.getParent()) + ":" + path);
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static void assertSays(Command command, String said) {
        String[] parts = said.split(ENDED, -1);
        assertThat(parts[1].strip()).as("%s says %s", command.line(), said).isEqualTo("0");
        if (!command.shown().isEmpty()) {
            assertThat(plain(parts[0])).as(command.line()).isEqualTo(plain(String.join("\n", command.shown())));
        }
    }

    /** Without what is another each time: times, names that begin with one, and the width of columns. */
    private static List<String> plain(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "T")
                .replaceAll("M\\d{8}_\\d{6}_", "M_")
                .replaceAll("\\d+ ms", "N ms")
                .replaceAll("-{2,}| {2,}", "  ")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
