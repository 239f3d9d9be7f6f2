package dev.ilana.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.TypeMismatchException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidCastTest {

    private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    @Test
    void asTextItIsAsItIsWritten() {
        assertThat(UuidCast.text().set(ID)).isEqualTo("00112233-4455-6677-8899-aabbccddeeff");
        assertThat(UuidCast.text().get("00112233-4455-6677-8899-AABBCCDDEEFF")).isEqualTo(ID);
        assertThatThrownBy(() -> UuidCast.text().get("c4nary"))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessageNotContaining("c4nary");
    }

    @Test
    void asBytesItIsInTheOrderItIsWrittenIn() {
        assertThat(UuidCast.bytes().set(ID)).startsWith(0x00, 0x11, 0x22).endsWith(0xee, 0xff);
        assertThat(UuidCast.bytes().get(UuidCast.bytes().set(ID))).isEqualTo(ID);
        assertThat(UuidCast.bytes().accept(ID.toString(), "x")).isEqualTo(ID);
        assertThatThrownBy(() -> UuidCast.bytes().get(new byte[15])).isInstanceOf(TypeMismatchException.class);
    }
}
