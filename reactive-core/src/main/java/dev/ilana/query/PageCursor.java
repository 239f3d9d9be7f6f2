package dev.ilana.query;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidCursorException;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Value;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page stands: behind a row, or before one, that has these values of the sort keys.
 *
 * <p>As text it is Base64 of a version, the direction, the values and a signature over these and the query they are of. It
 * names no column, and can be read by who has it, but not made.
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record PageCursor(boolean backward, @Nullable Object[] values) {

    private static final byte VERSION = 1;
    private static final int SIGNATURE_BYTES = 32;
    private static final int HEAD_BYTES = 2;

    /** The cursors of one query, which no other takes: another text, other values or keys of other types. */
    static final class Kind {

        private final Database database;
        private final Keyset keyset;
        private final byte[] query;

        Kind(Database database, Keyset keyset, Sql query) {
            this.database = database;
            this.keyset = keyset;
            StringBuilder said = new StringBuilder(query.text());
            for (SortKey key : keyset.keys()) {
                said.append('\0').append(key.type());
            }
            for (Value value : query.bindings()) {
                said.append('\0').append(value.type()).append('\0').append(text(value.value()));
            }
            this.query = said.toString().getBytes(StandardCharsets.UTF_8);
        }

        private static String text(@Nullable Object value) {
            return value instanceof byte[] bytes
                    ? Arrays.toString(bytes)
                    : value instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(value);
        }

        String write(PageCursor cursor) {
            byte[] values = KeyValues.encoded(cursor.values());
            byte[] said = ByteBuffer.allocate(HEAD_BYTES + values.length)
                    .put(VERSION)
                    .put((byte) (cursor.backward() ? 1 : 0))
                    .put(values)
                    .array();
            byte[] signature = signature(said);
            byte[] all = Arrays.copyOf(said, said.length + signature.length);
            System.arraycopy(signature, 0, all, said.length, signature.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        }

        /** @throws InvalidCursorException for all but what {@link #write} wrote */
        PageCursor read(String text) {
            byte[] all = decoded(text);
            byte[] said = Arrays.copyOf(all, all.length - SIGNATURE_BYTES);
            byte[] signature = Arrays.copyOfRange(all, said.length, all.length);
            if (!MessageDigest.isEqual(signature(said), signature) || said[0] != VERSION) {
                throw new InvalidCursorException();
            }
            try {
                byte[] values = Arrays.copyOfRange(said, HEAD_BYTES, said.length);
                return new PageCursor(
                        said[1] == 1, KeyValues.decoded(values, keyset.keys().size()));
            } catch (IOException | IllegalArgumentException | DateTimeException e) {
                throw new InvalidCursorException();
            }
        }

        /** The lengths stand between the parts, so that no two pairs of them are the same bytes. */
        private byte[] signature(byte[] said) {
            byte[] lengths = ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(said.length)
                    .putInt(query.length)
                    .array();
            return database.signature(lengths, said, query);
        }

        /** Only the text that is written: the last character of Base64 has bits that mean nothing. */
        private static byte[] decoded(String text) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(text);
                if (bytes.length >= HEAD_BYTES + SIGNATURE_BYTES
                        && Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(bytes)
                                .equals(text)) {
                    return bytes;
                }
            } catch (IllegalArgumentException e) {
                // No Base64; said below.
            }
            throw new InvalidCursorException();
        }
    }
}
