package dev.ilana.cast;

import dev.ilana.cast.SealedText.Place;
import dev.ilana.error.InvalidUsageException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Any value, encrypted by AES-256-GCM with a new random IV each time, and bound to its column: what was written for one can
 * be read as no other's. The same value is never stored as the same twice, so no condition but {@code isNull} finds one.
 *
 * <p>What was changed, cut off, encrypted for another column or with an unknown key is read as a
 * {@link dev.ilana.error.DecryptionException}.
 *
 * @param <T> the value in a model
 * @param <P> what would be stored of it in the plain
 */
public final class EncryptedCast<T, P> implements Cast<T, String> {

    private final Cast<T, P> plain;
    private final Supplier<EncryptionKeys> keys;
    private final @Nullable Place place;

    private EncryptedCast(Cast<T, P> plain, Supplier<EncryptionKeys> keys, @Nullable Place place) {
        this.plain = plain;
        this.keys = keys;
        this.place = place;
    }

    /** Text; the keys are asked for at each use, as they are seldom there when a class is loaded. */
    public static EncryptedCast<String, String> text(Supplier<EncryptionKeys> keys) {
        return of(Cast.of(String.class, Stored.STRING, text -> text, text -> text), keys);
    }

    /** What the other cast would store. */
    public static <T, P> EncryptedCast<T, P> of(Cast<T, P> plain, Supplier<EncryptionKeys> keys) {
        return new EncryptedCast<>(plain, keys, null);
    }

    /** The same for a column that was renamed: it goes on under the names that its values were encrypted for. */
    public EncryptedCast<T, P> as(String table, String column) {
        return new EncryptedCast<>(plain.in(table, column), keys, new Place(table, column));
    }

    @Override
    public Cast<T, String> in(String table, String column) {
        return place == null ? as(table, column) : this;
    }

    @Override
    public Stored<String> stored() {
        return Stored.STRING;
    }

    @Override
    public Class<?> javaType() {
        return plain.javaType();
    }

    @Override
    public T get(String stored) {
        return plain.get(plain.stored().parse(SealedText.open(stored, keys.get(), place())));
    }

    @Override
    public String set(T value) {
        return SealedText.seal(plain.stored().spell(plain.set(value)), keys.get(), place());
    }

    /** As in the plain: whoever gives a value by name knows no ciphertext. */
    @Override
    public T accept(Object given, String where) {
        return plain.accept(given, where);
    }

    @Override
    public Object json(T value) {
        return plain.json(value);
    }

    @Override
    public boolean isMutable() {
        return plain.isMutable();
    }

    @Override
    public Cast<T, ?> comparedBy() {
        return plain.comparedBy();
    }

    private Place place() {
        if (place == null) {
            throw new InvalidUsageException("an encryption is bound to a column; declare one with it, or say as(...)");
        }
        return place;
    }
}
