package dev.ilana.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.DecryptionException;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.error.InvalidUsageException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EncryptedCastTest {

    private static final String ONE = base64("0123456789abcdef0123456789abcdef");
    private static final String TWO = base64("fedcba9876543210fedcba9876543210");
    private static final EncryptionKeys KEYS = EncryptionKeys.of("one", ONE);
    private static final Cast<String, String> SSN =
            EncryptedCast.text(() -> KEYS).in("users", "ssn");

    private static String base64(String ascii) {
        return Base64.getEncoder().encodeToString(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theSameIsNeverStoredTwiceAsTheSame() {
        Set<String> sealed = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            sealed.add(SSN.set("hush").substring("ilana1:one:".length(), "ilana1:one:".length() + 16));
        }
        assertThat(sealed).as("each IV is new").hasSize(1_000);
        assertThat(SSN.get(SSN.set("hush"))).isEqualTo("hush");
        assertThat(SSN.get(SSN.set(""))).isEmpty();
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        String sealed = SSN.set("hush");
        for (int i = 0; i < sealed.length(); i++) {
            for (char other : new char[] {'A', 'B', '-', '_', ':', '=', '\0'}) {
                if (sealed.charAt(i) != other) {
                    String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
                    assertThatThrownBy(() -> SSN.get(changed)).as(changed).isInstanceOf(DecryptionException.class);
                }
            }
        }
    }

    @Test
    void everyTruncationIsNoticed() {
        String sealed = SSN.set("hush");
        for (int i = 0; i < sealed.length(); i++) {
            String cut = sealed.substring(0, i);
            assertThatThrownBy(() -> SSN.get(cut)).as(cut).isInstanceOf(DecryptionException.class);
        }
    }

    @Test
    void aValueOfAnotherColumnOrTableIsRefused() {
        String sealed = SSN.set("hush");
        for (Cast<String, String> other : List.of(
                EncryptedCast.text(() -> KEYS).in("users", "name"),
                EncryptedCast.text(() -> KEYS).in("people", "ssn"),
                EncryptedCast.text(() -> KEYS).in("usersssn", ""))) {
            assertThatThrownBy(() -> other.get(sealed)).isInstanceOf(DecryptionException.class);
        }
        assertThatThrownBy(() -> EncryptedCast.text(() -> KEYS).set("hush")).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void aRenamedColumnGoesOnUnderTheOldName() {
        Cast<String, String> renamed =
                EncryptedCast.text(() -> KEYS).as("users", "ssn").in("people", "tax_number");
        assertThat(renamed.get(SSN.set("hush"))).isEqualTo("hush");
    }

    @Test
    void anotherKeyOfTheSameIdIsNoticedAndAKeyThatIsNotThereIsNamed() {
        String sealed = SSN.set("hush");
        assertThatThrownBy(() -> EncryptedCast.text(() -> EncryptionKeys.of("one", TWO))
                        .in("users", "ssn")
                        .get(sealed))
                .isInstanceOf(DecryptionException.class);
        assertThatThrownBy(() -> EncryptedCast.text(() -> EncryptionKeys.of("two", TWO))
                        .in("users", "ssn")
                        .get(sealed))
                .isInstanceOf(DecryptionException.class)
                .hasMessageContaining("\"one\"");
    }

    @Test
    void theIdOfTheKeyIsAuthenticatedToo() {
        EncryptionKeys both = EncryptionKeys.of("one", ONE).withPrevious("same", ONE);
        Cast<String, String> cast = EncryptedCast.text(() -> both).in("users", "ssn");
        String relabelled = cast.set("hush").replace("ilana1:one:", "ilana1:same:");
        assertThatThrownBy(() -> cast.get(relabelled)).isInstanceOf(DecryptionException.class);
    }

    @Test
    void overAnotherCastNothingOfTheValueIsLost() {
        Cast<BigDecimal, String> price = EncryptedCast.of(
                        Cast.of(BigDecimal.class, Stored.DECIMAL, value -> value, value -> value), () -> KEYS)
                .in("users", "price");
        for (String value : List.of("1.50", "1E+3", "-0.000")) {
            assertThat(price.get(price.set(new BigDecimal(value)))).isEqualTo(new BigDecimal(value));
        }
        Cast<byte[], String> bytes =
                EncryptedCast.of(new BytesCast(), () -> KEYS).in("users", "data");
        assertThat(bytes.get(bytes.set(new byte[] {0, -1, 127}))).containsExactly(0, -1, 127);
        assertThat(bytes.isMutable()).isTrue();
        assertThat(price.accept("1.50", "x")).isEqualTo(new BigDecimal("1.50"));
    }

    @Test
    void aKeyIs32BytesOfBase64WithAnIdOfItsOwn() {
        for (String wrong : List.of("", "c4nary", base64("c4nary"), ONE + ONE, "c4nary!*")) {
            assertThatThrownBy(() -> EncryptionKeys.of("one", wrong))
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageContaining("\"one\"")
                    .hasMessageNotContaining("c4nary")
                    .hasNoCause();
        }
        for (String id : List.of("", "a:b", "a b", "x".repeat(65))) {
            assertThatThrownBy(() -> EncryptionKeys.of(id, ONE)).isInstanceOf(InvalidConfigurationException.class);
        }
        assertThatThrownBy(() -> KEYS.withPrevious("one", TWO)).isInstanceOf(InvalidConfigurationException.class);
    }

    @Test
    void noKeyIsShown() {
        EncryptionKeys keys = KEYS.withPrevious("old", TWO);
        assertThat(keys).hasToString("EncryptionKeys[one, old]");
    }
}
