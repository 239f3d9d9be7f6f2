package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.Expression;
import dev.ilana.schema.prisma.syntax.Line.Block;
import dev.ilana.schema.prisma.syntax.Line.Keyword;
import dev.ilana.schema.prisma.syntax.Name;
import dev.ilana.schema.prisma.syntax.PrismaFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file declares as a whole, which its fields refer to.
 *
 * @param prefix the word before the dot of the database's types
 * @param schemas the schemas that models may be in besides the one in use
 * @param foreignKeys whether relations are foreign keys in the database, too
 * @param models the names of all models
 * @param enums the enums by their names
 */
record Declarations(
        ProviderRules rules,
        String prefix,
        List<String> schemas,
        boolean foreignKeys,
        Set<String> models,
        Map<String, PrismaEnum> enums) {

    private static final String USUAL_PREFIX = "db";

    static Declarations of(PrismaFile file, PrismaProvider provider, @Nullable PrismaDatasource datasource) {
        requireNames(file);
        Set<String> models = new LinkedHashSet<>();
        file.blocks(Keyword.MODEL).forEach(model -> models.add(model.name().text()));
        Declarations withoutEnums = new Declarations(
                provider.rules(),
                datasource == null ? USUAL_PREFIX : datasource.name(),
                datasource == null ? List.of() : datasource.schemas(),
                datasource == null || datasource.foreignKeys(),
                models,
                Map.of());
        Map<String, PrismaEnum> enums = new LinkedHashMap<>();
        Map<QualifiedName, String> types = new HashMap<>();
        for (Block block : file.blocks(Keyword.ENUM)) {
            PrismaEnum read = EnumReader.read(block, withoutEnums);
            String other = types.put(read.type(), read.name());
            if (other != null) {
                throw Malformed.at(
                        block.name().position(),
                        "\"" + other + "\" is \"" + read.type() + "\" in the database already");
            }
            enums.put(read.name(), read);
        }
        return new Declarations(
                withoutEnums.rules, withoutEnums.prefix, withoutEnums.schemas, withoutEnums.foreignKeys, models, enums);
    }

    /** Refuses two models or enums of one name, and one that has the name of a type. */
    private static void requireNames(PrismaFile file) {
        Map<String, Keyword> names = new HashMap<>();
        List<Block> blocks = new ArrayList<>(file.blocks(Keyword.MODEL));
        blocks.addAll(file.blocks(Keyword.ENUM));
        blocks.sort(Comparator.comparingInt(block -> block.name().position().line()));
        for (Block block : blocks) {
            Name name = block.name();
            Values.codeName(block.keyword().word(), name);
            if (Scalar.of(name.text()).isPresent()) {
                throw Malformed.at(name.position(), "\"" + name.text() + "\" is the name of a type of Prisma's");
            }
            Keyword other = names.put(name.text(), block.keyword());
            if (other != null) {
                throw Malformed.at(name.position(), "there is " + article(other) + " of this name already");
            }
        }
    }

    private static String article(Keyword keyword) {
        return (keyword == Keyword.ENUM ? "an " : "a ") + keyword.word();
    }

    /** Every word that can be the type of a field. */
    Collection<String> types() {
        List<String> types = new ArrayList<>();
        for (Scalar scalar : Scalar.values()) {
            types.add(scalar.word());
        }
        types.addAll(enums.keySet());
        types.addAll(models);
        return types;
    }

    /** The name in the database of what has these attributes, with the schema it is in. */
    QualifiedName databaseName(Name name, String what, Attributes attributes) {
        String table = attributes.mapped(Values.codeName(what, name));
        Optional<Attribute> attribute = attributes.find("schema");
        if (attribute.isEmpty()) {
            return new QualifiedName(null, table);
        }
        Expression given = Arguments.of(attribute.get(), "name").get("name");
        String schema = Values.databaseName(given);
        if (!schemas.contains(schema)) {
            throw Malformed.unknown("schema", new Name(schema, given.position()), schemas);
        }
        return new QualifiedName(schema, table);
    }
}
