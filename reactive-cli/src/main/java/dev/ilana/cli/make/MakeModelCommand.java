package dev.ilana.cli.make;

import dev.ilana.cli.console.Json;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.console.Version;
import dev.ilana.cli.option.MigrationOptions;
import dev.ilana.cli.option.ProjectOptions;
import dev.ilana.model.Inflector;
import dev.ilana.schema.migrate.MigrationName;
import dev.ilana.sql.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ilana-r make:model} */
@Command(
        name = "make:model",
        description = "Writes a model, and what belongs to it. Its table is called after it: blog_posts of BlogPost.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ilana-r make:model User -m",
            "  ilana-r make:model BlogPost --all --package app.models",
            "  ilana-r make:model RoleUser --pivot -m",
            "  ilana-r make:model Membership --between User,BlogPost -m"
        })
public final class MakeModelCommand implements Callable<Integer> {

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Mixin
    private MakeOptions make = new MakeOptions();

    @Option(
            names = {"-m", "--migration"},
            description = "Also the migration that creates its table.")
    private boolean migration;

    @Option(
            names = {"-f", "--factory"},
            description = "Also a factory, into factories.directories, else database/factories. It needs the test kit.")
    private boolean factory;

    @Option(
            names = {"-s", "--seed"},
            description = "Also a seeder.")
    private boolean seeder;

    @Option(
            names = {"-a", "--all"},
            description = "The same as -m -f -s.")
    private boolean all;

    @Option(
            names = "--pivot",
            description = "A model of a table between the two that its name is made of: role_user of RoleUser.")
    private boolean pivot;

    @Option(names = "--between", paramLabel = "MODEL,MODEL", split = ",", description = "The same, and says which two.")
    private List<String> between = List.of();

    @Override
    public Integer call() {
        NewModel model = model();
        ProjectOptions project = migrations.project();
        Stubs stubs = Stubs.of(project);
        List<MadeFile> files = new ArrayList<>();
        Optional<MigrationName> left = Optional.empty();
        files.add(make.file(
                model.type(),
                stubs.text(model.stub()),
                model.values(project.connection().orElse("")),
                project.modelDirectory()));
        if (migration || all) {
            NewMigration made = NewMigration.creating(model.table(), migrations);
            left = made.already(migrations);
            if (left.isEmpty()) {
                files.add(made.of(stubs.text(model.migrationStub()).filled(model.migrationValues(made))));
            }
        }
        if (factory || all) {
            NewFactory made = NewFactory.of(model);
            files.add(make.file(made.type(), stubs.text(Stub.FACTORY), made.values(), project.factoryDirectory()));
        }
        if (seeder || all) {
            NewClass made = model.type().sibling(model.type().name() + "Seeder");
            files.add(make.file(made, stubs.text(Stub.SEEDER), made.values(), project.seederDirectory()));
        }
        int exitCode = make.write(files, project.console());
        left.ifPresent(migration -> project.console()
                .print(
                        "left  " + migration + ", which creates " + model.table() + " already",
                        Json.object("event", "left", "migration", migration)));
        return exitCode;
    }

    private NewModel model() {
        NewModel model = new NewModel(make.newClass(), ends());
        if (!Names.isName(model.table())) {
            throw new UsageException("no table can be called " + model.table() + ", after "
                    + model.type().name());
        }
        return model;
    }

    private List<ModelNames> ends() {
        if (!pivot && between.isEmpty()) {
            return List.of();
        }
        List<ModelNames> ends = between.isEmpty()
                ? words()
                : between.stream()
                        .map(said ->
                                new ModelNames(make.other("--between", said).name()))
                        .toList();
        if (ends.size() != 2) {
            throw new UsageException(
                    between.isEmpty()
                            ? "--pivot takes a name that is made of two words, such as RoleUser; say the two models by"
                                    + " --between where it isn't"
                            : "--between is two models, such as Role,User");
        }
        return ends;
    }

    private List<ModelNames> words() {
        return Stream.of(Inflector.snake(make.newClass().name()).split("_", -1))
                .map(ModelNames::new)
                .toList();
    }
}
