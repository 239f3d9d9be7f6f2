package dev.ilana.examples.transactions;

/** An order that can't be carried out. Nothing was done for it. */
final class RefusedException extends RuntimeException {

    private RefusedException(String message) {
        super(message);
    }

    static RefusedException noAccount(Order order) {
        return new RefusedException("order %s: no such account".formatted(order.key()));
    }

    static RefusedException tooLittle(Order order) {
        return new RefusedException("order %s: the account has too little".formatted(order.key()));
    }

    static RefusedException keyOfAnother(Order order) {
        return new RefusedException("order %s: its key is that of another order".formatted(order.key()));
    }
}
