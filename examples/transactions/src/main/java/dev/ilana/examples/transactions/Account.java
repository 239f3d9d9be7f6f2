package dev.ilana.examples.transactions;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;

/** What somebody has, in cents. */
public final class Account extends Model<Account> {

    public static final Table<Account> ACCOUNTS = Table.of("accounts", Account::new);

    public static final Column<Account, Long> ID = ACCOUNTS.id();
    public static final Column<Account, Long> OPENING = ACCOUNTS.bigInteger("opening");
    public static final Column<Account, Long> BALANCE = ACCOUNTS.bigInteger("balance");

    public static final HasMany<Account, Transfer> OUTGOING = ACCOUNTS.hasMany("outgoing", () -> Transfer.SOURCE_ID);
    public static final HasMany<Account, Transfer> INCOMING = ACCOUNTS.hasMany("incoming", () -> Transfer.TARGET_ID);

    public Account() {
        super(ACCOUNTS);
    }

    /** A new one with so much in it. */
    public static Account with(long cents) {
        return new Account().set(OPENING, cents).set(BALANCE, cents);
    }

    public long id() {
        return get(ID);
    }

    public long opening() {
        return get(OPENING);
    }

    public long balance() {
        return get(BALANCE);
    }

    @CanIgnoreReturnValue
    public Account add(long cents) {
        return set(BALANCE, balance() + cents);
    }
}
