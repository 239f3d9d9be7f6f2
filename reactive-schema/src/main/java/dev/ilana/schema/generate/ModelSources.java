package dev.ilana.schema.generate;

import dev.ilana.Table;
import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Model;
import dev.ilana.schema.definition.SchemaDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes models from definitions, a class for each table: its columns, its key, the relations of its foreign keys on both
 * sides, and methods for all of them.
 *
 * <pre>{@code
 * Mono<List<ModelSource>> sources = Catalog.of(database).schema()
 *         .map(schema -> ModelSources.of(schema, "app.models", database.dialect()));
 * }</pre>
 *
 * Relations have the names that {@link dev.ilana.schema.dynamic.DynamicModels} gives them. Whatever tables and columns are
 * called, the classes compile: a name that Java or a model needs for itself gets what it is behind it.
 */
public final class ModelSources {

    private ModelSources() {}

    /**
     * The sources of the classes, in the order of the tables.
     *
     * @param javaPackage the package that they are of; empty for none
     * @throws InvalidUsageException when that can't be the name of a package
     */
    public static List<ModelSource> of(SchemaDefinition schema, String javaPackage) {
        if (!javaPackage.isEmpty() && !Stream.of(javaPackage.split("\\.", -1)).allMatch(JavaNames::isName)) {
            throw new InvalidUsageException(
                    "\"" + javaPackage + "\" can't be the name of a package; say it as in com.example.models");
        }
        ModelClasses classes = ModelClasses.of(schema);
        return classes.all().stream()
                .map(model -> new ModelSource(model.name(), source(model, classes, javaPackage)))
                .toList();
    }

    /**
     * The sources for what is present in a database of that dialect, whose own types may be fewer. Where it has one for points
     * in time and for dates and times without a zone, {@code created_at}, {@code updated_at} and {@code deleted_at} are points
     * in time, as models keep them.
     *
     * @param javaPackage the package that they are of; empty for none
     * @throws InvalidUsageException when that can't be the name of a package
     */
    public static List<ModelSource> of(SchemaDefinition present, String javaPackage, Dialect dialect) {
        return of(ReadTypes.of(present, dialect), javaPackage);
    }

    private static String source(ModelClass model, ModelClasses classes, String javaPackage) {
        Imports imports = new Imports();
        ModelColumns columns = new ModelColumns(model, imports);
        String body = body(model, columns, new ModelRelations(model, classes, imports), imports);
        String declared = """
                public final class %1$s extends %2$s<%1$s> {

                %3$s}
                """.formatted(model.name(), imports.name(Model.class), body);
        String begin = javaPackage.isEmpty() ? "" : "package " + javaPackage + ";\n\n";
        return begin + imports.lines() + "\n" + ModelDoc.of(model) + declared;
    }

    private static String body(ModelClass model, ModelColumns columns, ModelRelations relations, Imports imports) {
        ModelMethods methods = new ModelMethods(model, columns, imports);
        List<String> parts = new ArrayList<>();
        parts.add(table(model, columns.times(), imports).text());
        parts.add(texts(columns.constants()));
        parts.add(texts(relations.constants()));
        parts.add(texts(new ModelIndexes(model, imports).constants()));
        parts.add("""
                    public %s() {
                        super(%s);
                    }
                """.formatted(model.name(), model.constant()));
        parts.addAll(methods.methods());
        parts.addAll(relations.methods());
        parts.addAll(methods.enums());
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static ModelConstant table(ModelClass model, ModelTimes times, Imports imports) {
        String name = JavaLiteral.text(model.table().name().toString());
        Chain made = new Chain(imports.name(Table.class)).say("of", name, model.name() + "::new");
        return new ModelConstant("", "Table<" + model.name() + ">", model.constant(), times.kept(made));
    }

    private static String texts(List<ModelConstant> constants) {
        return constants.stream().map(ModelConstant::text).collect(Collectors.joining());
    }
}
