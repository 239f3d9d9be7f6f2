package dev.ilana.schema.prisma;

import java.util.Optional;
import java.util.stream.Stream;

/** Prisma's own types of values. */
enum Scalar {
    STRING("String"),
    BOOLEAN("Boolean"),
    INT("Int"),
    BIG_INT("BigInt"),
    FLOAT("Float"),
    DECIMAL("Decimal"),
    DATE_TIME("DateTime"),
    JSON("Json"),
    BYTES("Bytes");

    private final String word;

    Scalar(String word) {
        this.word = word;
    }

    /** As it stands in a file. */
    String word() {
        return word;
    }

    static Optional<Scalar> of(String word) {
        return Stream.of(values()).filter(scalar -> scalar.word.equals(word)).findFirst();
    }
}
