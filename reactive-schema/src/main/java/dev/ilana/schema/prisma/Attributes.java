package dev.ilana.schema.prisma;

import dev.ilana.error.Shown;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.Name;
import dev.ilana.schema.prisma.syntax.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The attributes of a field, a value or a block: none is unknown, and none twice that can't be. */
record Attributes(List<Attribute> all) {

    private static final Set<String> REPEATABLE = Set.of("unique", "index", "fulltext");

    /** @param what what has them: {@code a field} */
    static Attributes of(List<Attribute> all, String what, List<String> known) {
        Set<String> seen = new HashSet<>();
        for (Attribute attribute : all) {
            Name name = attribute.name();
            if (!known.contains(name.text())) {
                throw Malformed.at(
                        name.position(),
                        what + " has no attribute \"" + Shown.of(name.text()) + "\""
                                + Spelling.hint(name.text(), known));
            } else if (!seen.add(name.text()) && !REPEATABLE.contains(name.text())) {
                throw Malformed.at(name.position(), "the attribute \"" + name.text() + "\" stands here twice");
            }
        }
        return new Attributes(List.copyOf(all));
    }

    /** Those of a field, which may name a type of the database behind that prefix; the type is not among them. */
    static Attributes ofField(List<Attribute> all, String prefix, List<String> known) {
        List<Attribute> common = new ArrayList<>(all);
        common.removeIf(attribute -> isNativeType(attribute, prefix));
        return of(common, "this field", known);
    }

    /** The type of the database that is named among a field's attributes; empty for none. */
    static Optional<Attribute> nativeType(List<Attribute> all, String prefix) {
        List<Attribute> types = all.stream()
                .filter(attribute -> isNativeType(attribute, prefix))
                .toList();
        if (types.size() > 1) {
            throw Malformed.at(types.get(1).name().position(), "the field has a type of the database already");
        }
        return types.stream().findFirst();
    }

    private static boolean isNativeType(Attribute attribute, String prefix) {
        return attribute.name().text().startsWith(prefix + ".");
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    Optional<Attribute> find(String name) {
        return all.stream()
                .filter(attribute -> attribute.name().text().equals(name))
                .findFirst();
    }

    /** All of that name, in their order. */
    List<Attribute> named(String name) {
        return all.stream()
                .filter(attribute -> attribute.name().text().equals(name))
                .toList();
    }

    /** The name that {@code map} gives in the database; the other where it stands not here. */
    String mapped(String otherwise) {
        return find("map")
                .map(map -> Values.databaseName(Arguments.of(map, "name").get("name")))
                .orElse(otherwise);
    }

    /** Refuses an argument to an attribute that takes none. */
    boolean flag(String name) {
        Optional<Attribute> flag = find(name);
        flag.ifPresent(attribute -> {
            if (!attribute.arguments().isEmpty()) {
                throw Malformed.at(attribute.arguments().get(0).value().position(), "\"" + name + "\" takes nothing");
            }
        });
        return flag.isPresent();
    }
}
