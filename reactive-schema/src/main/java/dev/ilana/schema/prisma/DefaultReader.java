package dev.ilana.schema.prisma;

import dev.ilana.error.Shown;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.DefaultValue.CurrentTime;
import dev.ilana.schema.definition.DefaultValue.Literal;
import dev.ilana.schema.prisma.PrismaField.Method;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.Expression;
import dev.ilana.schema.prisma.syntax.Expression.Call;
import dev.ilana.schema.prisma.syntax.Expression.ListOf;
import dev.ilana.schema.prisma.syntax.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the default of a field: a value, a list of them, or a function that makes one. */
final class DefaultReader {

    private static final int SHORTEST_NANOID = 2;

    /** A function, and which fields can have it. */
    private record MakingFunction(Set<Scalar> scalars, Function<Call, FieldDefault> read) {}

    private static final Set<Scalar> STRINGS = Set.of(Scalar.STRING);

    private static final Map<String, MakingFunction> FUNCTIONS = Map.of(
            "autoincrement",
            new MakingFunction(Set.of(Scalar.INT, Scalar.BIG_INT), call -> nothing(call, FieldDefault.COUNTED)),
            "now",
            new MakingFunction(Set.of(Scalar.DATE_TIME), call -> nothing(call, FieldDefault.of(new CurrentTime()))),
            "uuid",
            new MakingFunction(STRINGS, call -> FieldDefault.made(Method.UUID, oneOf(call, Set.of(4, 7)))),
            "cuid",
            new MakingFunction(STRINGS, call -> FieldDefault.made(Method.CUID, oneOf(call, Set.of(1, 2)))),
            "ulid",
            new MakingFunction(STRINGS, call -> nothing(call, FieldDefault.made(Method.ULID, null))),
            "nanoid",
            new MakingFunction(STRINGS, call -> FieldDefault.made(Method.NANOID, length(call))));

    /** A text in quotes, which catalogs tell from an expression. */
    private static final Pattern PLAIN_TEXT = Pattern.compile("'(?:[^'\\\\]|'')*+'");

    private static final String OF_THE_DATABASE = "dbgenerated";

    private final Declarations declarations;
    private final FieldKind kind;
    private final boolean list;

    DefaultReader(Declarations declarations, FieldKind kind, boolean list) {
        this.declarations = declarations;
        this.kind = kind;
        this.list = list;
    }

    FieldDefault read(Attribute attribute) {
        Expression given = Arguments.of(attribute, "value").get("value");
        if (given instanceof Call call) {
            return call.function().text().equals(OF_THE_DATABASE) ? ofTheDatabase(call) : made(call);
        } else if (list) {
            List<Object> values = Values.list(given).stream().map(this::value).toList();
            return FieldDefault.of(declarations.rules().defaults().list(values));
        } else if (given instanceof ListOf) {
            throw Malformed.at(given.position(), "a list can only be the default of a list");
        }
        Object value = value(given);
        return FieldDefault.of(
                value instanceof byte[] bytes
                        ? declarations.rules().defaults().bytes(bytes)
                        : Malformed.placed(given.position(), () -> Literal.of(value)));
    }

    // Functions

    /** Without a text, the database has a default that the file does not know. */
    private static FieldDefault ofTheDatabase(Call call) {
        Optional<Expression> sql = Arguments.of(call, "expression").find("expression");
        if (sql.isEmpty()) {
            return FieldDefault.NONE;
        }
        String text = Values.text(sql.get());
        if (text.isBlank()) {
            throw Malformed.at(sql.get().position(), "an expression in SQL can't be empty");
        }
        return FieldDefault.of(
                PLAIN_TEXT.matcher(text).matches()
                        ? Literal.of(text.substring(1, text.length() - 1).replace("''", "'"))
                        : new DefaultValue.Expression(text));
    }

    private FieldDefault made(Call call) {
        MakingFunction function = FUNCTIONS.get(call.function().text());
        if (function == null) {
            List<String> known = Stream.concat(FUNCTIONS.keySet().stream(), Stream.of(OF_THE_DATABASE))
                    .sorted()
                    .toList();
            throw Malformed.unknown("function", call.function(), known);
        } else if (list || kind.scalar() == null || !function.scalars.contains(kind.scalar())) {
            throw Malformed.at(
                    call.position(),
                    call.function().text() + "() can't be the default of " + (list ? "a list" : Shown.of(kind.word())));
        }
        return function.read.apply(call);
    }

    private static FieldDefault nothing(Call call, FieldDefault meant) {
        Arguments.requireNone(call);
        return meant;
    }

    private static @Nullable Integer oneOf(Call call, Set<Integer> versions) {
        return Arguments.of(call, "version")
                .find("version")
                .map(given -> {
                    int version = Values.number(given);
                    if (!versions.contains(version)) {
                        throw Malformed.at(
                                given.position(),
                                "there is no version " + version + " of it; there are "
                                        + versions.stream().sorted().toList());
                    }
                    return version;
                })
                .orElse(null);
    }

    private static @Nullable Integer length(Call call) {
        return Arguments.of(call, "length")
                .find("length")
                .map(given -> {
                    int length = Values.number(given);
                    if (length < SHORTEST_NANOID) {
                        throw Malformed.at(given.position(), "a nano ID has at least 2 letters");
                    }
                    return length;
                })
                .orElse(null);
    }

    // Values

    private Object value(Expression given) {
        if (kind.scalar() != null) {
            return LiteralReader.read(given, kind.scalar(), kind.type(), list);
        } else if (kind.values() == null) {
            throw Malformed.at(
                    given.position(), "only dbgenerated(\"…\") can be the default of a type that Prisma does not have");
        }
        return stored(given, kind.values());
    }

    private static String stored(Expression given, PrismaEnum values) {
        Name word = Values.word(given);
        return values.values().stream()
                .filter(value -> value.name().equals(word.text()))
                .findFirst()
                .orElseThrow(() -> Malformed.unknown(
                        "value of " + values.name(),
                        word,
                        values.values().stream().map(PrismaEnum.Value::name).toList()))
                .stored();
    }
}
