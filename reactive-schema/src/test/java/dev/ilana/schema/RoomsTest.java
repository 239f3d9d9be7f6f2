package dev.ilana.schema;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rooms of the schema's house. */
@AnalyzeClasses(packages = "dev.ilana.schema", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    /** What each of them stands upon. */
    private static final String GROUND = "definition";

    /** Each room, and those it may know beside the ground. */
    private static final Map<String, Set<String>> KNOWS = Map.ofEntries(
            Map.entry("definition", Set.of()),
            Map.entry("ddl", Set.of()),
            Map.entry("introspect", Set.of()),
            Map.entry("diagram", Set.of()),
            Map.entry("relations", Set.of()),
            Map.entry("lint", Set.of()),
            Map.entry("migrate.sql", Set.of()),
            Map.entry("migrate.session", Set.of()),
            Map.entry("prisma.syntax", Set.of()),
            Map.entry("build", Set.of("ddl", "introspect")),
            Map.entry("diff", Set.of("ddl", "introspect")),
            Map.entry("migrate.lock", Set.of("build")),
            Map.entry("migrate.dump", Set.of("ddl", "introspect", "diff", "migrate.sql")),
            Map.entry(
                    "migrate",
                    Set.of(
                            "ddl",
                            "introspect",
                            "build",
                            "lint",
                            "migrate.lock",
                            "migrate.dump",
                            "migrate.session",
                            "migrate.sql")),
            Map.entry("prisma", Set.of("prisma.syntax", "diff")),
            Map.entry("models", Set.of("diff")),
            Map.entry("dynamic", Set.of("prisma", "relations")),
            Map.entry("generate", Set.of("ddl", "introspect", "diff", "build", "migrate", "relations")),
            Map.entry("ensure", Set.of("ddl", "diff", "build", "migrate.lock", "migrate")),
            Map.entry("spring", Set.of("migrate")),
            Map.entry("seed", Set.of("introspect", "build", "migrate", "generate")));

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN =
            house().because("a room knows only the rooms below it; move what both need down into the lower one");

    private static LayeredArchitecture house() {
        LayeredArchitecture house = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("dev.ilana.schema..");
        for (String room : KNOWS.keySet()) {
            house = house.layer(room).definedBy("dev.ilana.schema." + room);
        }
        for (Map.Entry<String, Set<String>> room : KNOWS.entrySet()) {
            LayeredArchitecture.LayerDependencySpecification dependencies = house.whereLayer(room.getKey());
            String[] known =
                    Stream.concat(Stream.of(GROUND), room.getValue().stream()).toArray(String[]::new);
            house = room.getKey().equals(GROUND)
                    ? dependencies.mayNotAccessAnyLayer()
                    : dependencies.mayOnlyAccessLayers(known);
        }
        return house;
    }
}
