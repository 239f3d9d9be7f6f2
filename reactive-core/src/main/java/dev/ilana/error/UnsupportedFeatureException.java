package dev.ilana.error;

/** Something this database can't do, and what to use instead. */
public final class UnsupportedFeatureException extends IlanaException {

    public UnsupportedFeatureException(String database, String feature, String instead) {
        super(database + " has no " + feature + "; " + instead);
    }
}
