package dev.ilana.cli.project;

import dev.ilana.dialect.Dialect;
import dev.ilana.schema.prisma.PrismaProvider;
import dev.ilana.schema.prisma.PrismaSchema;
import dev.ilana.schema.prisma.syntax.MalformedPrismaException;
import java.nio.file.Path;
import java.util.function.Function;

/** A Prisma file. What is wrong in it is a {@link MalformedPrismaException} that names the file, the line and the column. */
public record PrismaText(Path path) {

    /** What it says to the database that its datasource names. */
    public PrismaSchema read() {
        return read(PrismaSchema::parse);
    }

    /** What it says to that database, whichever its datasource names. */
    public PrismaSchema read(Dialect dialect) {
        return read(text -> PrismaSchema.parse(text, PrismaProvider.of(dialect)));
    }

    private PrismaSchema read(Function<String, PrismaSchema> parser) {
        String text = new TextFile(path).read();
        try {
            return parser.apply(text);
        } catch (MalformedPrismaException e) {
            throw e.in(path.toString());
        }
    }
}
