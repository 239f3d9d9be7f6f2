package dev.ilana.cast;

import dev.ilana.error.TypeMismatchException;
import java.nio.ByteBuffer;
import java.util.UUID;

/** A UUID in a column that is not of the database's own type for it. */
public final class UuidCast {

    private static final int LENGTH = 16;

    private UuidCast() {}

    /** As 36 characters of text. */
    public static Cast<UUID, String> text() {
        return Cast.of(
                UUID.class, Stored.STRING, text -> Stored.UUID.accept(text, "a UUID kept as text"), UUID::toString);
    }

    /** As 16 bytes, in the order they are written in; so UUIDs of version 7 sort by time. */
    public static Cast<UUID, byte[]> bytes() {
        return new Bytes();
    }

    private static final class Bytes implements Cast<UUID, byte[]> {

        @Override
        public Stored<byte[]> stored() {
            return Stored.BINARY;
        }

        @Override
        public Class<UUID> javaType() {
            return UUID.class;
        }

        @Override
        public UUID get(byte[] stored) {
            if (stored.length != LENGTH) {
                throw new TypeMismatchException("a UUID kept as bytes", LENGTH + " bytes", stored);
            }
            ByteBuffer bytes = ByteBuffer.wrap(stored);
            return new UUID(bytes.getLong(), bytes.getLong());
        }

        @Override
        public byte[] set(UUID value) {
            return ByteBuffer.allocate(LENGTH)
                    .putLong(value.getMostSignificantBits())
                    .putLong(value.getLeastSignificantBits())
                    .array();
        }

        /** A UUID, also as text; or its bytes. */
        @Override
        public UUID accept(Object given, String where) {
            return given instanceof byte[] bytes ? get(bytes) : Stored.UUID.accept(given, where);
        }
    }
}
