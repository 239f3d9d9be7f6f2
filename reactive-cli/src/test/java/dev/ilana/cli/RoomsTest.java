package dev.ilana.cli;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture.LayerDependencySpecification;
import java.util.Map;
import java.util.Set;

/** The rooms of the command line. */
@AnalyzeClasses(packages = "dev.ilana.cli", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    /** Each room, and those it may know. */
    private static final Map<String, Set<String>> KNOWS = Map.of(
            "console", Set.of(),
            "project", Set.of("console"),
            "code", Set.of("console", "project"),
            "option", Set.of("console", "project", "code"),
            "schema", Set.of("console", "project", "code", "option"),
            "migrate", Set.of("console", "project", "code", "option"),
            "show", Set.of("console", "project", "code", "option"),
            "tinker", Set.of("console", "project", "code", "option"),
            "make", Set.of("console", "project", "code", "option", "schema"));

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN =
            house().because("a room knows only the rooms below it, and none knows the list of commands");

    private static LayeredArchitecture house() {
        LayeredArchitecture house = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.ilana.cli..")
                .layer("front")
                .definedBy("dev.ilana.cli")
                .whereLayer("front")
                .mayNotBeAccessedByAnyLayer();
        for (String room : KNOWS.keySet()) {
            house = house.layer(room).definedBy("dev.ilana.cli." + room);
        }
        for (Map.Entry<String, Set<String>> room : KNOWS.entrySet()) {
            LayerDependencySpecification dependencies = house.whereLayer(room.getKey());
            house = room.getValue().isEmpty()
                    ? dependencies.mayNotAccessAnyLayer()
                    : dependencies.mayOnlyAccessLayers(room.getValue().toArray(String[]::new));
        }
        return house;
    }
}
