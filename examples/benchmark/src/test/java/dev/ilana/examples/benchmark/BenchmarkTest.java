package dev.ilana.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Says nothing about times: those are for people to read. */
class BenchmarkTest {

    private static final Scale TINY = new Scale(50, 2_500, 0, 1, Duration.ofMillis(10), 20, 600, 700, 30);

    private static final Set<String> FURTHER = Set.of("W9", "W10", "W11", "W12", "W13");
    private static final List<String> DO_FURTHER_WORK = List.of("R", "R tuned", "Models", "JDBC");

    @Test
    void theContestantsGiveTheSameAnswersAndDoAllWorkloads() throws Exception {
        try (TestDatabase database =
                TestServers.require(DatabaseKind.POSTGRESQL).createDatabase("benchmark")) {
            Measured measured = Benchmark.run(database, TINY, Part.ALL);
            System.out.println(new Results(measured.results()));
            System.out.println(new GrownTables(measured.curves()).text());
            System.out.println(measured.factories());

            assertThat(measured.results())
                    .extracting(Result::workload)
                    .extracting(Workload::name)
                    .containsExactlyElementsOf(
                            Workloads.all(TINY).stream().map(Workload::name).toList());
            assertThat(measured.results()).allSatisfy(result -> {
                assertThat(result.outcomes())
                        .extracting(Outcome::contestant)
                        .isEqualTo(isFurther(result.workload()) ? DO_FURTHER_WORK : Entrants.names());
                assertThat(result.outcomes()).extracting(Outcome::failure).containsOnlyNulls();
            });
            assertThat(measured.curves()).hasSameSizeAs(Curves.all(TINY)).allSatisfy(grown -> {
                assertThat(grown.contestants()).containsExactly("R", "R tuned", "Models");
                assertThat(grown.millis())
                        .hasSize(3 * grown.curve().sizes().size())
                        .allMatch(millis -> millis > 0);
            });
            assertThat(measured.factories()).contains("in batches");
        }
    }

    private static boolean isFurther(Workload workload) {
        return FURTHER.contains(workload.code()) || workload.what().endsWith("batched");
    }

    @Test
    void onMariaDbThoseThatKnowItGiveTheSameAnswersAndDoAllWorkloads() throws Exception {
        try (TestDatabase database = TestServers.require(DatabaseKind.MARIADB).createDatabase("benchmark")) {
            Measured measured = Benchmark.run(database, TINY, Part.ALL);
            System.out.println(new Results(measured.results()));
            System.out.println(new GrownTables(measured.curves()).text());
            System.out.println(measured.factories());

            assertThat(measured.product()).isEqualTo("MariaDB");
            assertThat(new Goals(measured.results()).toString())
                    .as("they are for PostgreSQL")
                    .isEmpty();
            assertThat(measured.results()).hasSameSizeAs(Workloads.all(TINY)).allSatisfy(result -> {
                assertThat(result.outcomes()).extracting(Outcome::contestant).containsExactly("R", "R tuned", "Models");
                assertThat(result.outcomes()).extracting(Outcome::failure).containsOnlyNulls();
            });
            assertThat(measured.curves())
                    .hasSameSizeAs(Curves.all(TINY))
                    .flatExtracting(grown -> grown.millis().boxed().toList())
                    .hasSize(3 * 11)
                    .allMatch(millis -> millis > 0);
        }
    }

    @Test
    void theDatabaseIsNamedBehindTheScaleAndHasADirectoryOfItsOwn() {
        assertThat(Arguments.of(List.of()))
                .returns(Scale.FULL, Arguments::scale)
                .returns(DatabaseKind.POSTGRESQL, Arguments::database)
                .returns(Arguments.DIRECTORY, Arguments::directory);

        Arguments arguments = Arguments.of(List.of("quick", "Models,W2", "", "mariadb"));
        assertThat(arguments)
                .returns(Scale.QUICK, Arguments::scale)
                .returns(DatabaseKind.MARIADB, Arguments::database)
                .returns(Arguments.DIRECTORY.resolve("mariadb"), Arguments::directory);
        assertThat(Entrants.names(DatabaseKind.MARIADB, Part.ALL))
                .filteredOn(arguments.part()::hasContestant)
                .containsExactly("Models");
        assertThatThrownBy(() -> Arguments.of(List.of("quick", "oracle")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[oracle]");
    }

    @Test
    void aPartIsNamedByItsContestantsAndWorkloads() {
        Part part = Part.named(List.of("models", " w2", ""));

        assertThat(Entrants.names()).filteredOn(part::hasContestant).containsExactly("Models");
        assertThat(Workloads.all(TINY))
                .filteredOn(part::hasWorkload)
                .extracting(Workload::code)
                .containsExactly("W2");
        assertThat(part.hasFactories()).isFalse();
        assertThat(part.hasCurves()).isFalse();
        assertThat(Part.named(List.of("curves")).hasCurves()).isTrue();
        assertThatThrownBy(() -> Part.named(List.of("modles")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[modles]")
                .hasMessageContaining("Spring Data");
    }

    @Test
    void oneThatFailedStandsInTheTablesWithItsReason() throws Exception {
        Workload workload = Workloads.all(TINY).stream()
                .filter(any -> any.code().equals("W2"))
                .findFirst()
                .orElseThrow();
        List<Result> results = List.of(new Result(
                workload,
                List.of(
                        new Outcome(Entrants.BASE, samples(100, 200), null),
                        new Outcome(Entrants.MODELS, samples(400, 700), null),
                        new Outcome("Other", List.of(), "no <stream>"))));

        assertThat(new Results(results).toString())
                .contains("3.75  3.50 .. 4.00")
                .contains("Other          no <stream>")
                .contains("goal: at least 3.20: reached")
                .contains("goal: at most 1,500: reached");
        assertThat(new Markdown("Heading", results).toString())
                .contains("| 1.00 ±0 % | 3.75 ±7 % | failed |")
                .contains("- Other, W2 read 20 users: no <stream>");
        assertThat(texts(Chart.of("Title", results))).contains("Title", "W2 read 20 users", "3.75 ±7 %", "no <stream>");
    }

    @Test
    void oneThatCannotDoAWorkloadIsLeftOutOfItAndOfItsGoals() throws Exception {
        Result first = new Result(
                Workloads.all(TINY).get(0),
                List.of(
                        new Outcome(Entrants.BASE, samples(100, 200), null),
                        new Outcome("Other", samples(100, 200), null)));
        Result further = new Result(
                Workload.further("W9", "more", (contestant, number) -> contestant.readWithCounts(number)),
                List.of(
                        new Outcome(Entrants.BASE, samples(100, 200), null),
                        new Outcome(Entrants.MODELS, samples(400, 700), null)));
        List<Result> results = List.of(first, further);

        assertThat(new Results(results).toString().lines())
                .anyMatch(line -> line.matches("W9 more +1.00 +- +3.75"))
                .noneMatch(line -> line.startsWith("W9") && line.contains("goal"));
        assertThat(new Markdown("Heading", results).toString()).contains("| W9 more | 1.00 ±0 % | - | 3.75 ±7 % |");
        assertThat(Chart.of("Title", results)).contains("W9 more").doesNotContain("stroke-dasharray");
    }

    @Test
    void aCurveHasALineForEachSizeAndOneThatFailedHasNoPointThere() throws Exception {
        Workload work = Workload.of("curve", "rows", (contestant, number, random) -> contestant.read(number));
        Curve curve = Curve.of("rows to a list", IntStream.of(10, 1_000), size -> work.ofRows(size));
        Grown grown = new Grown(
                curve,
                List.of(
                        new Result(
                                work,
                                List.of(
                                        new Outcome(Entrants.BASE, samples(4_000), null),
                                        new Outcome(Entrants.MODELS, samples(8_000), null))),
                        new Result(
                                work,
                                List.of(
                                        new Outcome(Entrants.BASE, samples(50), null),
                                        new Outcome(Entrants.MODELS, List.of(), "no memory")))));

        assertThat(new GrownTables(List.of(grown)).text().lines())
                .anyMatch(line -> line.matches("ms, rows to a list +R +Models"))
                .anyMatch(line -> line.matches("10 +0.250 +0.125"))
                .anyMatch(line -> line.matches("1,000 +20.0 +failed"));
        assertThat(new GrownTables(List.of(grown)).markdown()).isEqualTo("""
                        | ms, rows to a list | R | Models |
                        |---|---|---|
                        | 10 | 0.250 | 0.125 |
                        | 1,000 | 20.0 | failed |
                        """);
        String svg = LineChart.of("Title", List.of(grown));
        assertThat(texts(svg)).contains("Title", "rows to a list", "10", "1,000", "0.1", "100", "R", "Models");
        assertThat(svg.split("<circle", -1))
                .as("points and what is before them")
                .hasSize(4);
    }

    private static List<Sample> samples(double... opsPerSecond) {
        return Arrays.stream(opsPerSecond)
                .mapToObj(ops -> new Sample(ops, 10, 20_000))
                .toList();
    }

    private static List<String> texts(String svg) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        var texts = document.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }
}
