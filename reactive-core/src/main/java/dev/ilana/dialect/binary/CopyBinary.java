package dev.ilana.dialect.binary;

import dev.ilana.sql.Copy;
import dev.ilana.sql.Value;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows as PostgreSQL's COPY reads them without parsing (PostgreSQL documentation, COPY, "Binary Format"), which takes a quarter
 * off the server's time: a number of columns a row, and before each value its length.
 */
public final class CopyBinary {

    /** Behind the command. */
    public static final String OPTION = " (format binary)";

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};

    /** What a value takes, about. */
    private static final int FEW_BYTES = 16;

    private static final int NULL = -1;
    private static final int END = -1;

    private CopyBinary() {}

    /** Null where a value has no such form for the type of its column, and goes as text for the server to read. */
    public static @Nullable ByteBuf of(Copy copy, Map<String, Long> types) {
        List<BinaryForm<?>> forms = new ArrayList<>();
        for (String column : copy.columns()) {
            BinaryForm<?> form = BinaryForm.of(types.get(column));
            if (form == null) {
                return null;
            }
            forms.add(form);
        }
        // No flags, and no more of a header.
        ByteBuf out = Unpooled.buffer(copy.rows().size() * forms.size() * FEW_BYTES)
                .writeBytes(SIGNATURE)
                .writeInt(0)
                .writeInt(0);
        try {
            boolean all = copy.rows().stream().allMatch(row -> isWritten(out, forms, row));
            return all ? out.writeShort(END) : null;
        } catch (ArithmeticException beyondTheType) {
            return null;
        }
    }

    private static boolean isWritten(ByteBuf out, List<BinaryForm<?>> forms, List<Value> row) {
        out.writeShort(forms.size());
        for (int i = 0; i < forms.size(); i++) {
            Object value = row.get(i).value();
            if (value == null) {
                out.writeInt(NULL);
                continue;
            }
            if (!forms.get(i).takes(value)) {
                return false;
            }
            int length = out.writerIndex();
            forms.get(i).write(out.writeInt(0), value);
            out.setInt(length, out.writerIndex() - length - Integer.BYTES);
        }
        return true;
    }
}
