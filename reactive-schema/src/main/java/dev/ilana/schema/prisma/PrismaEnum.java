package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.QualifiedName;
import java.util.List;

/**
 * An enum.
 *
 * @param name its name in code
 * @param type the database's name for it, on a database that has such types
 * @param values its values, in their order
 */
public record PrismaEnum(String name, QualifiedName type, List<Value> values) {

    /**
     * A value.
     *
     * @param name its name in code
     * @param stored what the database has in its place
     */
    public record Value(String name, String stored) {}

    public PrismaEnum {
        values = List.copyOf(values);
    }

    List<String> stored() {
        return values.stream().map(Value::stored).toList();
    }
}
