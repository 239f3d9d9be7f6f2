package dev.ilana.schema.ddl;

import dev.ilana.dialect.Dialects;

/** DDL of H2. */
final class H2Ddl extends DdlGrammar {

    private static final int MAX_NAME_LENGTH = 256;

    H2Ddl() {
        this(new Identifiers(Dialects.H2, MAX_NAME_LENGTH), new Literals.H2());
    }

    private H2Ddl(Identifiers names, Literals literals) {
        super(
                names,
                new H2Columns(names, new H2Types(names, literals)),
                new H2Indexes(names, literals),
                new ConstraintGrammar.H2(names, literals));
    }

    /** It is of the whole database, for all who use it. */
    @Override
    public String foreignKeyChecks(boolean on) {
        return "set referential_integrity " + on;
    }

    @Override
    public boolean foreignKeyChecksAreOfConnection() {
        return false;
    }
}
