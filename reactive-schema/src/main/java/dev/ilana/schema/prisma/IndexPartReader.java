package dev.ilana.schema.prisma;

import dev.ilana.error.Shown;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.prisma.syntax.Expression;
import dev.ilana.schema.prisma.syntax.Expression.Call;
import dev.ilana.schema.prisma.syntax.MalformedPrismaException;
import dev.ilana.schema.prisma.syntax.Name;
import dev.ilana.schema.prisma.syntax.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a field of a key, and how it is sorted and compared there. */
final class IndexPartReader {

    private static final List<String> ORDERS = List.of("Asc", "Desc");

    private final ProviderRules rules;
    private final Map<String, ColumnField> fields;
    private final Set<String> relations;

    IndexPartReader(ProviderRules rules, Map<String, ColumnField> fields, Set<String> relations) {
        this.rules = rules;
        this.fields = fields;
        this.relations = relations;
    }

    static Name name(Expression given) {
        return given instanceof Call call ? call.function() : Values.word(given);
    }

    IndexPart part(Expression given) {
        String column = field(name(given)).column();
        return given instanceof Call call
                ? part(column, Arguments.of(call, "", "sort", "length", "ops"))
                : IndexPart.column(column);
    }

    IndexPart part(String column, Arguments given) {
        Optional<Expression> length = given.find("length");
        Optional<Expression> ops = given.find("ops");
        if (length.isPresent() && !rules.prefixes()) {
            throw refused(length.get(), "index only the beginning of a text");
        } else if (ops.isPresent() && !rules.operatorClasses()) {
            throw refused(ops.get(), "say how an index compares");
        }
        boolean descending =
                given.find("sort").map(IndexPartReader::isDescending).orElse(false);
        Integer letters = length.map(Values::number).orElse(null);
        String operators = ops.map(OperatorClasses::read).orElse(null);
        return Malformed.placed(
                length.map(Expression::position).orElse(Position.NONE),
                () -> new OfColumn(column, descending, letters, operators));
    }

    private static MalformedPrismaException refused(Expression given, String what) {
        return Malformed.at(given.position(), "this database can't " + what + "; leave it out");
    }

    private static boolean isDescending(Expression given) {
        Name word = Values.word(given);
        if (!ORDERS.contains(word.text())) {
            throw Malformed.unknown("order", word, ORDERS);
        }
        return word.text().equals("Desc");
    }

    private ColumnField field(Name name) {
        ColumnField field = fields.get(name.text());
        if (field != null) {
            return field;
        } else if (relations.contains(name.text())) {
            throw Malformed.at(
                    name.position(),
                    "\"" + Shown.of(name.text()) + "\" is a relation and no column; name the fields that it is by");
        }
        throw Malformed.unknown("field", name, fields.keySet());
    }
}
