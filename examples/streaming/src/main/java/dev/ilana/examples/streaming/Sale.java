package dev.ilana.examples.streaming;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;
import java.math.BigDecimal;

/** What somebody has bought. */
public final class Sale extends Model<Sale> {

    public static final Table<Sale> SALES = Table.of("sales", Sale::new);

    public static final Column<Sale, Long> ID = SALES.id();
    public static final Column<Sale, Long> CUSTOMER_ID = SALES.foreignId("customer_id");
    public static final Column<Sale, String> ARTICLE = SALES.string("article");
    public static final Column<Sale, BigDecimal> PRICE = SALES.decimal("price").digits(10, 2);

    public static final BelongsTo<Sale, Customer> CUSTOMER =
            SALES.belongsTo("customer", CUSTOMER_ID, () -> Customer.CUSTOMERS);

    public Sale() {
        super(SALES);
    }

    /** A sale to that customer. */
    public static Sale to(Customer customer) {
        return CUSTOMER.associate(new Sale(), customer);
    }

    public long id() {
        return get(ID);
    }

    public String article() {
        return get(ARTICLE);
    }

    @CanIgnoreReturnValue
    public Sale article(String article) {
        return set(ARTICLE, article);
    }

    public BigDecimal price() {
        return get(PRICE);
    }

    @CanIgnoreReturnValue
    public Sale price(BigDecimal price) {
        return set(PRICE, price);
    }

    /** The customer, once {@code with} has loaded them. */
    public Customer customer() {
        return get(CUSTOMER);
    }
}
