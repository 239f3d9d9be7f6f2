package dev.ilana.schema;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.ilana.schema", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.ilana.schema..")
            .layer("definition")
            .definedBy("dev.ilana.schema.definition")
            .layer("ddl")
            .definedBy("dev.ilana.schema.ddl")
            .layer("introspect")
            .definedBy("dev.ilana.schema.introspect")
            .layer("diagram")
            .definedBy("dev.ilana.schema.diagram")
            .layer("diff")
            .definedBy("dev.ilana.schema.diff")
            .layer("ensure")
            .definedBy("dev.ilana.schema.ensure")
            .layer("build")
            .definedBy("dev.ilana.schema.build")
            .layer("prisma")
            .definedBy("dev.ilana.schema.prisma")
            .layer("syntax")
            .definedBy("dev.ilana.schema.prisma.syntax")
            .layer("lint")
            .definedBy("dev.ilana.schema.lint")
            .layer("lock")
            .definedBy("dev.ilana.schema.migrate.lock")
            .layer("dump")
            .definedBy("dev.ilana.schema.migrate.dump")
            .layer("session")
            .definedBy("dev.ilana.schema.migrate.session")
            .layer("sql")
            .definedBy("dev.ilana.schema.migrate.sql")
            .layer("migrate")
            .definedBy("dev.ilana.schema.migrate")
            .whereLayer("ensure")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("migrate")
            .mayOnlyBeAccessedByLayers("ensure")
            .whereLayer("prisma")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("syntax")
            .mayOnlyBeAccessedByLayers("prisma")
            .whereLayer("diagram")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("lint")
            .mayOnlyBeAccessedByLayers("migrate")
            .whereLayer("introspect")
            .mayOnlyBeAccessedByLayers("build", "diff", "migrate", "dump")
            .whereLayer("diff")
            .mayOnlyBeAccessedByLayers("prisma", "dump", "ensure")
            .whereLayer("lock")
            .mayOnlyBeAccessedByLayers("migrate", "ensure")
            .whereLayer("dump")
            .mayOnlyBeAccessedByLayers("migrate")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("migrate")
            .whereLayer("sql")
            .mayOnlyBeAccessedByLayers("migrate", "dump")
            .whereLayer("build")
            .mayOnlyBeAccessedByLayers("migrate", "lock", "ensure")
            .whereLayer("ddl")
            .mayOnlyBeAccessedByLayers("build", "diff", "migrate", "dump", "ensure");
}
