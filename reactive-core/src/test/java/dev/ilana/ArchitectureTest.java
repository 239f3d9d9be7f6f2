package dev.ilana;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CheckReturnValue;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rooms of the house, and what none of them may do. */
@AnalyzeClasses(packages = "dev.ilana", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> GROUND = Set.of("sql", "error");
    private static final Set<String> BELOW_CONNECTION = and(GROUND, "dialect");
    private static final Set<String> BELOW_QUERY = and(BELOW_CONNECTION, "connection");
    private static final Set<String> BELOW_CAST = and(BELOW_QUERY, "query");
    private static final Set<String> BELOW_MODEL = and(BELOW_CAST, "cast", "validation");
    private static final Set<String> BELOW_RELATION = and(BELOW_MODEL, "model");
    private static final Set<String> BELOW_SERVICE = and(BELOW_RELATION, "relation");

    /** Each room, and those it may know. */
    private static final Map<String, Set<String>> KNOWS = Map.ofEntries(
            Map.entry("error", Set.of()),
            Map.entry("sql", Set.of("error")),
            Map.entry("config", GROUND),
            Map.entry("dialect", GROUND),
            Map.entry("connection", and(BELOW_CONNECTION, "config")),
            Map.entry("observation", Set.of("connection")),
            Map.entry("spring", and(BELOW_CONNECTION, "connection", "config")),
            Map.entry("query", BELOW_QUERY),
            Map.entry("cast", BELOW_CAST),
            Map.entry("validation", BELOW_CAST),
            Map.entry("model", BELOW_MODEL),
            Map.entry("relation", BELOW_RELATION),
            Map.entry("service", BELOW_SERVICE),
            Map.entry("root", and(BELOW_SERVICE, "service", "config")));

    private static Set<String> and(Set<String> rooms, String... more) {
        return Stream.concat(rooms.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = house().because(
                    "a room knows only the rooms below it; move what both need down into the lower one, or hand it"
                            + " up as an interface that the lower one declares");

    @ArchTest
    static final ArchRule ERRORS_DEPEND_ON_NONE_OF_OURS = noClasses()
            .that()
            .resideInAPackage("dev.ilana.error..")
            .should()
            .dependOnClassesThat(
                    JavaClassesIn.ours().and(DescribedPredicate.not(JavaClassesIn.room("dev.ilana.error"))))
            .because("every room raises these; give an exception plain strings and numbers instead of our types");

    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CYCLE = slices().matching("dev.ilana.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle makes two rooms one; move the shared part down, or pass a function in");

    @ArchTest
    static final ArchRule NOTHING_BLOCKS = noClasses()
            .should()
            .callMethodWhere(target(describe(
                    "a block* method of Reactor",
                    (AccessTarget.CodeUnitCallTarget target) ->
                            target.getOwner().getPackageName().startsWith("reactor.")
                                    && (target.getName().startsWith("block")
                                            || target.getName().equals("toIterable")
                                            || target.getName().equals("toStream")))))
            .because("the caller's thread is an event loop; return the Mono or Flux and compose with flatMap");

    @ArchTest
    static final ArchRule NOTHING_SUBSCRIBES_BY_ITSELF = noClasses()
            .should()
            .callMethodWhere(target(describe(
                    "subscribe or toFuture of a Mono or Flux",
                    (AccessTarget.CodeUnitCallTarget target) ->
                            target.getOwner().getPackageName().startsWith("reactor.core.publisher")
                                    && (target.getName().equals("subscribe")
                                            || target.getName().equals("toFuture")))))
            .because("a hidden subscription loses the Context, and so the transaction, and no cancel reaches it; return"
                    + " the publisher or chain it with then, flatMap or usingWhen");

    @ArchTest
    static final ArchRule NOTHING_HANGS_ON_A_THREAD = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocal.class)
            .because("a chain changes threads; put what it carries into the Reactor Context");

    @ArchTest
    static final ArchRule NOTHING_REFLECTS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.reflect..")
            .because("models say what they are by constants and suppliers, which a native image and the module system"
                    + " need no opening for; take a Supplier or a Function instead");

    @ArchTest
    static final ArchRule NOTHING_SLEEPS = noClasses()
            .should()
            .callMethodWhere(target(describe(
                    "Thread.sleep",
                    (AccessTarget.CodeUnitCallTarget target) ->
                            target.getOwner().isEquivalentTo(Thread.class)
                                    && target.getName().equals("sleep"))))
            .because("a sleeping thread serves nobody; wait with Mono.delay or Retry.backoff");

    @ArchTest
    static final ArchRule ONLY_THE_EXECUTOR_SENDS_STATEMENTS = noClasses()
            .that(describe(
                    "are neither Executor, nor what stops its statements, nor around a driver's own",
                    (JavaClass type) -> !type.getPackageName().equals("dev.ilana.connection.around")
                            && !type.getPackageName().equals("dev.ilana.connection.worker")
                            && !type.getName().equals("dev.ilana.connection.Executor")
                            && !type.getName().equals("dev.ilana.connection.KillingConnectionFactory")))
            .should()
            .accessTargetWhere(describe(
                    "is execute of io.r2dbc.spi.Statement or Batch",
                    (JavaAccess<?> access) -> access.getName().equals("execute")
                            && access.getTargetOwner().getPackageName().equals("io.r2dbc.spi")))
            .because(
                    "turns of a transaction, translation of errors and the listener hang on the one place; send the Sql"
                            + " through database.executor()");

    @ArchTest
    static void everyRoomSaysWhatItIsForAndIsNullMarked(JavaClasses classes) {
        JavaPackage root = classes.getPackage("dev.ilana");
        assertThat(root.getSubpackagesInTree()).hasSizeGreaterThanOrEqualTo(7);
        Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream())
                .filter(room -> !room.getClasses().isEmpty())
                .forEach(room -> {
                    assertThat(room.isAnnotatedWith(NullMarked.class))
                            .as(
                                    "%s has no package-info with @NullMarked; write one, with two sentences on what the room"
                                            + " is for",
                                    room.getName())
                            .isTrue();
                    assertThat(room.isAnnotatedWith(CheckReturnValue.class))
                            .as(
                                    "%s is not @CheckReturnValue; say so in its package-info, so that a forgotten save() is"
                                            + " a warning",
                                    room.getName())
                            .isTrue();
                });
    }

    private static LayeredArchitecture house() {
        LayeredArchitecture house = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("dev.ilana..");
        for (String room : KNOWS.keySet()) {
            house = house.layer(room).definedBy(room.equals("root") ? "dev.ilana" : "dev.ilana." + room + "..");
        }
        for (Map.Entry<String, Set<String>> room : KNOWS.entrySet()) {
            LayeredArchitecture.LayerDependencySpecification dependencies = house.whereLayer(room.getKey());
            house = room.getValue().isEmpty()
                    ? dependencies.mayNotAccessAnyLayer()
                    : dependencies.mayOnlyAccessLayers(room.getValue().toArray(String[]::new));
        }
        return house;
    }

    /** Which of our classes. */
    private static final class JavaClassesIn {

        static DescribedPredicate<JavaClass> ours() {
            return JavaClass.Predicates.resideInAPackage("dev.ilana..");
        }

        static DescribedPredicate<JavaClass> room(String name) {
            return JavaClass.Predicates.resideInAPackage(name + "..");
        }
    }
}
