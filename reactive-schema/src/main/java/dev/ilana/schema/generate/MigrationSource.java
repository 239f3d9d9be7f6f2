package dev.ilana.schema.generate;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.TypeChange.AddEnumValue;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.Withheld;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationName;
import java.util.List;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes migrations in the words of a blueprint, from what differs.
 *
 * <pre>{@code
 * Difference up = diff.on(database, wanted).block();
 * Difference down = diff.between(database.dialect(), wanted, present);
 * String source = MigrationSource.of(new MigrationName("M20261122_093000_ChangeUsers"), up, down);
 * }</pre>
 */
public final class MigrationSource {

    private MigrationSource() {}

    /**
     * The source of the class of that name, without a package. What is withheld stands in it as a comment.
     *
     * @param down what takes back what {@code up} does
     * @throws InvalidUsageException when they are for different databases
     * @throws dev.ilana.error.UnsupportedFeatureException when the database can't have what has no word but its SQL
     */
    public static String of(MigrationName name, Difference up, Difference down) {
        if (up.dialect() != down.dialect()) {
            throw new InvalidUsageException("a migration is for one database: what it does for "
                    + up.dialect().name() + " can't be taken back for "
                    + down.dialect().name());
        }
        Imports imports = new Imports();
        String source = """

                /** What the schema was to become when this was written. */
                public final class %s implements %s {

                    @Override
                    public %s<?> up(%s schema) {
                %s    }

                    @Override
                    public Publisher<?> down(Schema schema) {
                %s    }
                %s}
                """.formatted(
                        name,
                        imports.name(Migration.class),
                        imports.name(Publisher.class),
                        imports.name(Schema.class),
                        body(up, imports),
                        body(down, imports),
                        isOfItself(up) && isOfItself(down) ? "" : OUTSIDE);
        return imports.lines() + source;
    }

    private static String body(Difference difference, Imports imports) {
        String comments = difference.withheld().stream()
                .map(withheld -> "        // Left as it is: " + harmless(withheld) + "\n")
                .collect(Collectors.joining());
        List<String> steps = MigrationSteps.of(difference, imports);
        if (steps.isEmpty()) {
            return comments + "        return " + imports.name(Mono.class) + ".empty();\n";
        } else if (steps.size() == 1) {
            return comments + "        return " + steps.get(0).replace("\n", "\n        ") + ";\n";
        }
        return comments
                + steps.stream()
                        .map(step -> step.replace("\n", "\n                "))
                        .collect(Collectors.joining(
                                ",\n                ",
                                "        return " + imports.name(Flux.class) + ".concat(\n                ",
                                ");\n"));
    }

    /** In one line, and without what the compiler would read as a letter's code. */
    private static String harmless(Withheld withheld) {
        return withheld.toString().replaceAll("\\R|\\p{Cntrl}", " ").replace("\\", "\\\\");
    }

    /** False when a value that it adds to a type may be of use to another change, for which it must be committed. */
    private static boolean isOfItself(Difference difference) {
        List<SchemaChange> changes = difference.changes();
        return changes.stream().noneMatch(AddEnumValue.class::isInstance)
                || changes.stream().allMatch(AddEnumValue.class::isInstance);
    }

    private static final String OUTSIDE = """

                /** A new value of an enumerated type is of use only when it is committed. */
                @Override
                public boolean withinTransaction() {
                    return false;
                }
            """;
}
