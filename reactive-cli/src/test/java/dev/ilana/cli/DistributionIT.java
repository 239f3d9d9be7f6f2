package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.cli.Launcher.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is given to people: the archives that the build makes, unpacked where a person may unpack them. */
class DistributionIT {

    private static final String VERSION = System.getProperty("ilana.version", "");
    private static final String ROOT = "ilana-r-" + VERSION;

    @TempDir
    private Path directory = Path.of(".");

    private Path tools = directory;
    private Path script = directory;
    private Path archive = directory;

    @BeforeEach
    void unpackedBesideAnEmptyProject() throws Exception {
        tools = Files.createDirectories(directory.resolve("my tools")).toRealPath();
        Process tar = new ProcessBuilder("tar", "-xzf", packed("tar.gz").toString(), "-C", tools.toString())
                .inheritIO()
                .start();
        assertThat(tar.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(tar.exitValue()).isZero();
        script = tools.resolve(ROOT).resolve("bin/ilana-r");
        archive = tools.resolve(ROOT).resolve("lib/reactive-cli-" + VERSION + "-all.jsa");
    }

    private static Path packed(String type) {
        return Path.of("target", "reactive-cli-" + VERSION + "-bin." + type).toAbsolutePath();
    }

    private Launcher ilana() throws IOException {
        return Launcher.in(Files.createDirectories(directory.resolve("my project")))
                .calledAs(script);
    }

    @Test
    void aProjectIsSetUpAndMigratedByItAndByASymbolicLink() throws Exception {
        assertThat(script).isExecutable();
        assertThat(ilana().run("--version")).isEqualTo(new Outcome(0, "ilana-r " + VERSION + "\n", ""));
        assertThat(archive).as("the first run makes it").isNotEmptyFile();
        assertThat(besideTheJar()).as("and leaves nothing else").hasSize(3);
        FileTime made = Files.getLastModifiedTime(archive);

        Outcome setup = ilana().run("setup");
        assertThat(setup.exitCode()).isZero();
        assertThat(setup.out()).startsWith("made  ilana.yml\n");
        Path link = Files.createSymbolicLink(directory.resolve("ilana-r"), Path.of("my tools", ROOT, "bin", "ilana-r"));
        Outcome migrate = ilana().calledAs(link).run("migrate");
        assertThat(migrate.err()).isEmpty();
        assertThat(migrate.out()).matches("migrated  M\\w+_CreateUsersTable  \\d+ ms\n");
        assertThat(ilana().run("migrate:status", "--check"))
                .satisfies(status -> assertThat(status.exitCode()).isZero())
                .satisfies(status -> assertThat(status.out()).contains("_CreateUsersTable  applied"));
        assertThat(directory.resolve("my project/database/app.mv.db")).exists();
        assertThat(Files.getLastModifiedTime(archive)).as("made once").isEqualTo(made);
    }

    private List<String> besideTheJar() throws IOException {
        try (Stream<Path> files = Files.list(Objects.requireNonNull(archive.getParent()))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @Test
    void firstRunsAtOnceAreInNobodysWay() throws Exception {
        Process one = ilana().start("--version");
        Process other = ilana().start("--version");
        assertThat(one.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(one.exitValue()).isZero();
        assertThat(other.exitValue()).isZero();
        assertThat(archive).isNotEmptyFile();
        assertThat(besideTheJar()).hasSize(3);
        assertThat(ilana().run("--version")).isEqualTo(new Outcome(0, "ilana-r " + VERSION + "\n", ""));
    }

    @Test
    void anArchiveOfAnotherJavaOrJarIsPassedOver() throws Exception {
        Outcome version = new Outcome(0, "ilana-r " + VERSION + "\n", "");
        Files.writeString(archive, "of another Java");
        assertThat(ilana().run("--version")).isEqualTo(version);
        assertThat(archive).hasContent("of another Java");

        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(archive, longAgo);
        assertThat(ilana().run("--version")).isEqualTo(version);
        FileTime made = Files.getLastModifiedTime(archive);
        assertThat(made).as("an older one than the jar is made anew").isGreaterThan(longAgo);
        Files.setLastModifiedTime(archive.resolveSibling("reactive-cli-" + VERSION + "-all.jar"), longAgo);
        assertThat(ilana().run("--version")).isEqualTo(version);
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
    }

    @Test
    void whereThereIsNoneItRunsWithout() throws Exception {
        Files.createFile(archive); // as where a first run could make none
        assertThat(ilana().run("--version")).isEqualTo(new Outcome(0, "ilana-r " + VERSION + "\n", ""));
        assertThat(archive).isEmptyFile();
    }

    @Test
    void theFirstRunGoesByNoSettingsOfTheProject() throws Exception {
        Path project = Files.createDirectories(directory.resolve("my project"));
        Files.writeString(project.resolve("ilana.yml"), "nonsense: 1\n");
        assertThat(ilana().with("DB_CONNECTION", "none").run("migrate").exitCode())
                .isEqualTo(2);
        assertThat(archive).isNotEmptyFile();
    }

    @Test
    void theScriptsOfThePageOnDeployingRun() throws Exception {
        Path shop = Files.createDirectories(directory.resolve("shop"));
        List<String> scripts = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "deploying.md")))
                .results()
                .map(found -> found.group(1).replace("/srv/shop", shop.toString()))
                .toList();
        assertThat(scripts).hasSize(2);
        Path deploy = executable("deploy.sh", scripts.get(0));
        Path entrypoint = executable("entrypoint.sh", scripts.get(1));
        executable("systemctl", "#!/bin/sh\necho \"systemctl $*\"\n");
        Launcher shell =
                Launcher.in(shop).with("PATH", script.getParent() + ":" + directory + ":" + System.getenv("PATH"));
        assertThat(shell.calledAs(script).run("setup").exitCode()).isZero();

        Outcome deployed = shell.calledAs(deploy).run();
        assertThat(deployed.exitCode()).as(deployed.err()).isZero();
        assertThat(deployed.out()).matches("migrated  M\\w+  \\d+ ms\nsystemctl restart shop\n");
        assertThat(shell.calledAs(entrypoint).run("echo", "started"))
                .isEqualTo(new Outcome(0, "started\n", "Nothing to migrate.\n"));

        Files.writeString(shop.resolve("database/migrations/M20990101_000000_Broken.sql"), "-- up\nselect nope;");
        assertThat(shell.calledAs(deploy).run())
                .satisfies(failed -> assertThat(failed.exitCode()).isEqualTo(1))
                .satisfies(failed -> assertThat(failed.out()).isEmpty())
                .satisfies(failed -> assertThat(failed.err()).endsWith("not migrated; the old version stays\n"));
        assertThat(shell.calledAs(entrypoint).run("echo", "started"))
                .satisfies(failed -> assertThat(failed.exitCode()).isNotZero())
                .satisfies(failed -> assertThat(failed.out()).isEmpty());
    }

    @CanIgnoreReturnValue
    private Path executable(String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void bothArchivesHoldTheSame() throws Exception {
        List<String> unpacked;
        try (Stream<Path> files = Files.walk(tools)) {
            unpacked = files.filter(Files::isRegularFile)
                    .map(file -> tools.relativize(file).toString())
                    .toList();
        }
        assertThat(unpacked)
                .containsExactlyInAnyOrder(
                        ROOT + "/LICENSE",
                        ROOT + "/README.md",
                        ROOT + "/bin/ilana-r",
                        ROOT + "/bin/ilana-r.bat",
                        ROOT + "/lib/class-data/M20260101_000000_CreateNothing.sql",
                        ROOT + "/lib/reactive-cli-" + VERSION + "-all.jar");
        try (ZipFile zip = new ZipFile(packed("zip").toFile(), StandardCharsets.UTF_8)) {
            assertThat(zip.stream().filter(entry -> !entry.isDirectory()).map(Object::toString))
                    .containsExactlyInAnyOrderElementsOf(unpacked);
        }
    }

    /** It can't be run here, so that it is compared. */
    @Test
    void theOneForWindowsFindsTheSameJarAndSaysTheSameToJava() throws IOException {
        String unix = Files.readString(script);
        String windows = Files.readString(tools.resolve(ROOT).resolve("bin/ilana-r.bat"));
        assertThat(windows.replace("\r\n", ""))
                .as("all its lines end as Windows has them")
                .doesNotContain("\n", "\r");
        assertThat(windows).startsWith("@echo off\r\n").endsWith("exit /b %errorlevel%\r\n");
        for (String shared : List.of(
                "reactive-cli-*-all.jar",
                "-XX:TieredStopAtLevel=1",
                "-XX:SharedArchiveFile=",
                "-Xlog:disable -Xlog:all=error:stderr",
                "no java found; install a JDK 17 or newer, or set JAVA_HOME",
                "build it with: mvn -pl reactive-cli -am package")) {
            assertThat(unix).contains(shared);
            assertThat(windows).contains(shared);
        }
        assertThat(windows).contains("\"%~dp0.\" \"%~dp0..\\lib\" \"%~dp0..\\target\"");
    }
}
