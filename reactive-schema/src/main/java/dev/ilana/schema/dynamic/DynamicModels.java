package dev.ilana.schema.dynamic;

import dev.ilana.Table;
import dev.ilana.error.UnknownModelException;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.prisma.PrismaSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The models of a schema that is known only at run time, with their relations and without a class:
 *
 * <pre>{@code
 * DynamicModels models = DynamicModels.of(PrismaSchema.parse(text));
 * Mono<DynamicModel> user = models.model("User").with("posts").find(1);
 * }</pre>
 *
 * Each is a {@link Table}, and does what one does. What it does beyond its columns and keys is told: {@code
 * DynamicModels.of(schema, told -> told.model("User").softDeletes("deletedAt").hidden("password"))}.
 *
 * <p>Models never change once they are made, and are for any number of threads.
 */
public final class DynamicModels {

    private final Map<String, Table<DynamicModel>> tables;

    private DynamicModels(Map<String, Table<DynamicModel>> tables) {
        this.tables = Collections.unmodifiableMap(tables);
    }

    // From a schema

    /**
     * The models of a Prisma file by their names in it, with their fields and relations by theirs. What the file has programs
     * ignore is not there.
     */
    public static DynamicModels of(PrismaSchema schema) {
        return of(schema, told -> {});
    }

    /** The same, where more is told of models. */
    public static DynamicModels of(PrismaSchema schema, Consumer<ToldModels> telling) {
        return made(new PrismaReader(schema).models(), telling);
    }

    /**
     * The tables of a definition by their names, {@code users}, or {@code audit.users} in a schema of their own; attributes go
     * by the names of columns. Relations come from foreign keys, and no two of a table have the same name:
     *
     * <ul>
     *   <li>what a row points at is named after the column without the name of the column it references: {@code author} of
     *       {@code author_id}. A column that doesn't end so is put before the table: {@code created_by_user}; several columns
     *       are named as the table: {@code user}.
     *   <li>what points at a row is named after its table: {@code posts}, or {@code profile} where the key is unique, so that
     *       there is one at most.
     *   <li>a table of two foreign keys to primary keys, unique together, and nothing else relates the two sides, each named
     *       after the column that leads there: {@code tags} of {@code tag_id}.
     *   <li>a name that is that of a column, or of two relations, is none of theirs: each says more, {@code posts_by_author}
     *       and {@code posts_by_editor}, {@code author_by_author_id}, {@code tags_by_post_tag}. Where columns are in camel
     *       case it is {@code postsByAuthor}. Those that are still the same are numbered in the order of their keys.
     * </ul>
     */
    public static DynamicModels of(SchemaDefinition schema) {
        return of(schema, told -> {});
    }

    /** The same, where more is told of models. */
    public static DynamicModels of(SchemaDefinition schema, Consumer<ToldModels> telling) {
        return made(new DefinitionReader(schema).models(), telling);
    }

    private static DynamicModels made(List<ModelPlan> plans, Consumer<ToldModels> telling) {
        ToldModels told = new ToldModels(plans);
        telling.accept(told);
        Map<String, TableMaker> makers = new LinkedHashMap<>();
        plans.forEach(plan -> makers.put(plan.name(), new TableMaker(plan, told.of(plan))));
        Map<String, Table<DynamicModel>> tables = new LinkedHashMap<>();
        makers.forEach((name, maker) -> tables.put(name, maker.finished(makers)));
        return new DynamicModels(tables);
    }

    // What there is

    /**
     * The table of the model of that name.
     *
     * @throws UnknownModelException when there is none, naming the nearest
     */
    public Table<DynamicModel> model(String name) {
        Table<DynamicModel> table = tables.get(name);
        if (table == null) {
            throw new UnknownModelException(name, tables.keySet());
        }
        return table;
    }

    public boolean has(String name) {
        return tables.containsKey(name);
    }

    /** The names of the models, in the order of the schema. */
    public Set<String> names() {
        return tables.keySet();
    }

    /** The models, in the order of the schema. */
    public List<Table<DynamicModel>> all() {
        return List.copyOf(tables.values());
    }

    @Override
    public String toString() {
        return "models " + tables.keySet();
    }
}
