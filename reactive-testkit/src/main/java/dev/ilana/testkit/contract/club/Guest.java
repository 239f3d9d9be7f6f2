package dev.ilana.testkit.contract.club;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.validation.JakartaValidation;
import dev.ilana.validation.Rules;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody who comes once; what a guest must be is said in the words of Jakarta Validation. */
public final class Guest extends Model<Guest> {

    public static final Table<Guest> GUESTS = Table.of(Guest.class, Guest::new);

    public static final Column<Guest, Long> ID = GUESTS.id();
    public static final Column<Guest, String> FULL_NAME =
            GUESTS.string("full_name").fillable().rules(Rules.maxLength(30));
    public static final Column<Guest, Integer> AGE =
            GUESTS.integer("age").nullable().fillable();

    /** Of whichever implementation there is. */
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    static {
        GUESTS.check(JakartaValidation.by(VALIDATOR));
    }

    public Guest() {
        super(GUESTS);
    }

    @NotBlank(message = "must have a name") @Size(min = 2, max = 20, message = "must have {min} to {max} letters") public @Nullable String getFullName() {
        return get(FULL_NAME);
    }

    @Min(value = 18, message = "must be of age") public @Nullable Integer getAge() {
        return get(AGE);
    }
}
