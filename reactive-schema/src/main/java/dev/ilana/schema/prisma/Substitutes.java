package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;

/** What one database has in place of a type that it does not have. */
final class Substitutes {

    private static final int UUID_LENGTH = 36;
    private static final int ULID_LENGTH = 26;
    private static final int ENUMERATION_LENGTH = 255;

    private Substitutes() {}

    static ColumnType of(ColumnType type, ProviderRules rules) {
        if (isKnown(type, rules)) {
            return type;
        } else if (type == Plain.ULID) {
            return new Char(ULID_LENGTH);
        } else if (type == Plain.UUID) {
            return new Char(UUID_LENGTH);
        } else if (type == Plain.MEDIUM_TEXT || type == Plain.LONG_TEXT) {
            return isKnown(Plain.LONG_TEXT, rules) ? Plain.LONG_TEXT : Plain.TEXT;
        } else if (type instanceof Varbinary) {
            return Plain.BINARY;
        } else if (type instanceof Integral integral) {
            Integral signed = new Integral(integral.size(), false);
            return isKnown(signed, rules) ? signed : new Integral(Size.SMALL, false);
        } else if (type instanceof Temporal time && time.moment() == Moment.TIMESTAMP) {
            return new Temporal(Moment.DATE_TIME, time.precision());
        } else if (type instanceof Enumeration words && rules.enumTypes() && words.typeName() == null) {
            return new Varchar(ENUMERATION_LENGTH);
        }
        return type;
    }

    private static boolean isKnown(ColumnType type, ProviderRules rules) {
        return rules.types().usualOf(type).isPresent()
                || rules.types().types().stream()
                        .anyMatch(one -> one.numbers().apply(type).isPresent());
    }

    /** Whether the database holds the column to its type by a check, which a Prisma file does not tell. */
    static boolean losesCheck(ColumnType type, ColumnType kept) {
        return !type.equals(kept)
                && (type instanceof Enumeration
                        || type instanceof Varbinary
                        || (type instanceof Integral integral && integral.unsigned()));
    }
}
