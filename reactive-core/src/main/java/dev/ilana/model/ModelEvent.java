package dev.ilana.model;

/** What happens to a model. Those in -ING come before the statement, may change the model, and may stop it by an error. */
public enum ModelEvent {
    /** Read by a query. */
    RETRIEVED,
    /** About to be stored for the first time; between {@link #SAVING} and the insert. */
    CREATING,
    CREATED,
    /** Stored, and about to be written; not when nothing is dirty. */
    UPDATING,
    UPDATED,
    /** About to be created or updated. */
    SAVING,
    /** Created or updated, or found to be as it was. */
    SAVED,
    /** About to be deleted, softly or not. */
    DELETING,
    DELETED,
    /** About to be taken back from a soft delete. */
    RESTORING,
    RESTORED;

    /** Whether it comes after a statement that wrote. */
    boolean isAfter() {
        return switch (this) {
            case CREATED, UPDATED, SAVED, DELETED, RESTORED -> true;
            case RETRIEVED, CREATING, UPDATING, SAVING, DELETING, RESTORING -> false;
        };
    }
}
