package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.Expression;
import dev.ilana.schema.prisma.syntax.Line.Block;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keys of one model, which stand behind its fields and in attributes of the block. */
final class KeyReader {

    /** The attributes of each kind; a definition has the kinds in this order, however the file has them. */
    private static final Map<Kind, String> WORDS = new EnumMap<>(
            Map.of(Kind.PRIMARY, "id", Kind.UNIQUE, "unique", Kind.INDEX, "index", Kind.FULLTEXT, "fulltext"));

    /** What each kind takes; the fields need not be named. */
    private static final Map<Kind, String[]> ARGUMENTS = Map.of(
            Kind.PRIMARY, new String[] {"fields", "name", "map"},
            Kind.UNIQUE, new String[] {"fields", "name", "map"},
            Kind.INDEX, new String[] {"fields", "name", "map", "type"},
            Kind.FULLTEXT, new String[] {"fields", "map"});

    private final ProviderRules rules;
    private final String table;
    private final IndexPartReader parts;
    private final Map<String, ColumnField> fields;
    private final List<IndexDefinition> indexes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<Set<String>> unique = new HashSet<>();
    private boolean identifies;
    private List<String> id = List.of();

    /** @param relations the fields that are other models, which no key can have */
    KeyReader(ProviderRules rules, String table, Map<String, ColumnField> fields, Set<String> relations) {
        this.rules = rules;
        this.table = table;
        this.fields = fields;
        this.parts = new IndexPartReader(rules, fields, relations);
    }

    /** @param mustIdentify whether a row must be known by something */
    Keys read(Block block, Attributes attributes, boolean mustIdentify) {
        WORDS.forEach((kind, word) -> {
            for (ColumnField field : fields.values()) {
                field.attributes().named(word).forEach(attribute -> ofField(kind, field, attribute));
            }
            attributes.named(word).forEach(attribute -> ofBlock(kind, attribute));
        });
        if (mustIdentify && !identifies) {
            throw Malformed.at(
                    block.name().position(),
                    "a model needs an @id or @@id, or a @unique or @@unique of fields that are not optional; else say @@ignore");
        }
        return new Keys(indexes, id, unique);
    }

    private void ofField(Kind kind, ColumnField field, Attribute attribute) {
        Arguments given = Arguments.of(attribute, "", "map", "length", "sort");
        IndexPart part = parts.part(field.column(), given);
        add(attribute, kind, List.of(field.field().name()), List.of(part), name(given, "map"), null);
    }

    private void ofBlock(Kind kind, Attribute attribute) {
        Arguments given = Arguments.of(attribute, ARGUMENTS.getOrDefault(kind, new String[0]));
        List<Expression> listed = Values.list(given.get("fields"));
        if (listed.isEmpty()) {
            throw Malformed.at(given.get("fields").position(), "a key needs at least one field");
        }
        List<String> named = new ArrayList<>();
        List<IndexPart> all = new ArrayList<>();
        for (Expression one : listed) {
            Name name = IndexPartReader.name(one);
            if (named.contains(name.text())) {
                throw Malformed.at(name.position(), "the key has this field already");
            }
            named.add(name.text());
            all.add(parts.part(one));
        }
        String name = name(given, "map");
        // Of old, the name of an index was its name in the database.
        String database = name == null && kind == Kind.INDEX ? name(given, "name") : name;
        add(attribute, kind, named, all, database, method(given));
    }

    private void add(
            Attribute attribute,
            Kind kind,
            List<String> named,
            List<IndexPart> all,
            @Nullable String name,
            @Nullable IndexMethod method) {
        List<String> columns =
                named.stream().map(field -> field(field).column()).toList();
        ConstraintNames usual = new ConstraintNames(rules);
        boolean nameless = kind == Kind.PRIMARY && !rules.primaryKeyNames();
        IndexDefinition index = Malformed.placed(
                attribute.name().position(),
                () -> new IndexDefinition(
                        kind,
                        name == null || nameless ? usual.index(kind, table, columns) : name,
                        all,
                        null,
                        method,
                        null));
        if (kind == Kind.PRIMARY) {
            requireId(attribute, named);
        }
        if (!names.add(String.valueOf(index.name()))) {
            throw Malformed.at(attribute.name().position(), "the model has a key of this name already; say map: \"…\"");
        }
        if (kind == Kind.PRIMARY || (kind == Kind.UNIQUE && all.stream().noneMatch(KeyReader::isPrefix))) {
            unique.add(Set.copyOf(named));
            identifies |=
                    named.stream().noneMatch(field -> field(field).definition().nullable());
        }
        indexes.add(index);
    }

    private void requireId(Attribute attribute, List<String> named) {
        if (!id.isEmpty()) {
            throw Malformed.at(
                    attribute.name().position(), "the model has an id already; @@id([…]) is one of several fields");
        }
        for (String field : named) {
            if (field(field).definition().nullable()) {
                throw Malformed.at(
                        attribute.name().position(), "\"" + field + "\" may be without a value, and an id never is");
            }
        }
        id = named;
    }

    private ColumnField field(String name) {
        return Objects.requireNonNull(fields.get(name), "the field was found before");
    }

    private static boolean isPrefix(IndexPart part) {
        return part instanceof IndexPart.OfColumn column && column.length() != null;
    }

    private static @Nullable String name(Arguments given, String argument) {
        return given.find(argument).map(Values::databaseName).orElse(null);
    }

    /** BTREE is what every index is when nobody says. */
    private @Nullable IndexMethod method(Arguments given) {
        return given.find("type")
                .map(type -> {
                    Name word = Values.word(type);
                    List<IndexMethod> known = rules.methods().stream().sorted().toList();
                    return known.stream()
                            .filter(method -> word(method).equals(word.text()))
                            .findFirst()
                            .orElseThrow(() -> Malformed.unknown(
                                    "type of index",
                                    word,
                                    known.stream().map(KeyReader::word).toList()));
                })
                .filter(method -> method != IndexMethod.BTREE)
                .orElse(null);
    }

    /** As a file says it. */
    static String word(IndexMethod method) {
        return switch (method) {
            case BTREE -> "BTree";
            case SPGIST -> "SpGist";
            default -> method.name().charAt(0) + method.name().substring(1).toLowerCase(Locale.ROOT);
        };
    }
}
