package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.diff.SchemaSource;
import dev.ilana.schema.prisma.syntax.MalformedPrismaException;
import dev.ilana.schema.prisma.syntax.Position;
import dev.ilana.schema.prisma.syntax.PrismaFile;
import java.util.List;
import java.util.Optional;

/**
 * What a Prisma file says: the tables it means, its models by their names in code, and the file itself, comments and
 * generators included, so that it can be printed again.
 */
public final class PrismaSchema implements SchemaSource {

    private final PrismaFile file;
    private final Optional<PrismaDatasource> datasource;
    private final PrismaProvider provider;
    private final List<PrismaModel> models;
    private final List<PrismaEnum> enums;
    private final SchemaDefinition definition;

    private PrismaSchema(PrismaFile file, Optional<PrismaDatasource> datasource, PrismaProvider provider) {
        SchemaReader reader = new SchemaReader(file, provider, datasource.orElse(null));
        this.file = file;
        this.datasource = datasource;
        this.provider = provider;
        this.models = reader.models();
        this.enums = reader.enums();
        this.definition = reader.definition();
    }

    // From a text, and from a definition

    /**
     * Reads the text of a file, for the database that its datasource names.
     *
     * @throws MalformedPrismaException when it is no Prisma file, contradicts itself, or has no datasource
     */
    public static PrismaSchema parse(String text) {
        PrismaFile file = PrismaFile.parse(text);
        PrismaDatasource datasource = DatasourceReader.datasource(file)
                .orElseThrow(
                        () -> new MalformedPrismaException(
                                new Position(1, 1),
                                "the file has no datasource to say which database it is for; give it one, or say parse(text, provider)"));
        return new PrismaSchema(file, Optional.of(datasource), datasource.provider());
    }

    /**
     * Reads the text of a file, for that database, whichever its datasource names.
     *
     * @throws MalformedPrismaException when it is no Prisma file, or contradicts itself
     */
    public static PrismaSchema parse(String text, PrismaProvider provider) {
        PrismaFile file = PrismaFile.parse(text);
        return new PrismaSchema(file, DatasourceReader.datasource(file), provider);
    }

    /**
     * A file that says what the definition does, by the names that the tables have, as {@code prisma db pull} writes one. A
     * key without a name has Prisma's. What no Prisma file can say, as checks and expressions in indexes, stands in comments
     * above its model; of a table's options nothing does.
     *
     * @throws dev.ilana.error.UnsupportedFeatureException when a column has a type that the database does not
     */
    public static PrismaSchema of(SchemaDefinition definition, PrismaProvider provider) {
        return parse(new SchemaWriter(definition, provider).file().print(), provider);
    }

    /** What the file says; of what no file can say, what the database has. */
    @Override
    public SchemaDefinition wantedOf(SchemaDefinition present) {
        return Unsaid.keptOf(present, definition);
    }

    // What it says

    /** The tables, those between models that have many of each other among them, and the enumerated types. */
    public SchemaDefinition definition() {
        return definition;
    }

    /** The changes that make all of {@link #definition} in an empty database, in the order to make them. */
    public List<SchemaChange> creation() {
        return SchemaDiff.creationOf(definition);
    }

    /** The models, in their order. */
    public List<PrismaModel> models() {
        return models;
    }

    /** The model of that name in code; empty when there is none. */
    public Optional<PrismaModel> model(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /** The enums, in their order. */
    public List<PrismaEnum> enums() {
        return enums;
    }

    /** What the file says of its database; empty when it says nothing. */
    public Optional<PrismaDatasource> datasource() {
        return datasource;
    }

    /** The database that it was read for. */
    public PrismaProvider provider() {
        return provider;
    }

    /** The file as a tree of what it says. */
    public PrismaFile file() {
        return file;
    }

    /** The text of the file, laid out as {@code prisma format} does; read again, it says the same. */
    public String print() {
        return file.print();
    }
}
