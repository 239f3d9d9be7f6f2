package dev.ilana.testkit.contract.club;

import static dev.ilana.validation.Rules.email;
import static dev.ilana.validation.Rules.length;
import static dev.ilana.validation.Rules.min;
import static dev.ilana.validation.Rules.required;
import static dev.ilana.validation.Rules.unique;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;
import java.time.Instant;

/** An account: versioned, audited, with rules, and with times of names of its own. */
public final class Account extends Model<Account> {

    /** The Context key of whoever writes. */
    public static final String WRITER = "writer";

    public static final Table<Account> ACCOUNTS = Table.of(Account.class, Account::new)
            .timestamps("opened_at", "changed_at")
            .softDeletes("closed_at")
            .globalScope("solvent", accounts -> accounts.where("balance", ">=", 0));

    public static final Column<Account, Long> ID = ACCOUNTS.id();
    public static final Column<Account, String> OWNER =
            ACCOUNTS.string("owner").fillable().rules(required(), length(2, 40));
    public static final Column<Account, String> EMAIL =
            ACCOUNTS.string("email").nullable().fillable().rules(email(), unique());
    public static final Column<Account, Integer> BALANCE =
            ACCOUNTS.integer("balance").defaultTo(0).rules(min(-100));
    public static final Column<Account, String> COUNTRY =
            ACCOUNTS.string("country_code").nullable();
    public static final Column<Account, Integer> VERSION = ACCOUNTS.version("version");
    public static final Column<Account, String> OPENED_BY = ACCOUNTS.setOnCreate(
            ACCOUNTS.string("opened_by").nullable(), context -> context.getOrDefault(WRITER, null));
    public static final Column<Account, String> CHANGED_BY =
            ACCOUNTS.setOnSave(ACCOUNTS.string("changed_by").nullable(), context -> context.getOrDefault(WRITER, null));
    public static final Column<Account, Instant> OPENED_AT = ACCOUNTS.createdAt();
    public static final Column<Account, Instant> CHANGED_AT = ACCOUNTS.updatedAt();

    public static final BelongsTo<Account, Country> HOME = ACCOUNTS.belongsTo("home", COUNTRY, () -> Country.COUNTRIES);

    public Account() {
        super(ACCOUNTS);
    }

    public static Account of(String owner) {
        return new Account().set(OWNER, owner);
    }
}
