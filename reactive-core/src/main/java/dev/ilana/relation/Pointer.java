package dev.ilana.relation;

import dev.ilana.model.Key;
import dev.ilana.model.KeyColumns;
import dev.ilana.model.Link;
import dev.ilana.model.Model;

/** What in a related row points at the row that it belongs to. */
sealed interface Pointer<M extends Model<M>, R extends Model<R>> {

    /** The way from a row to those that point at it. */
    Link<M, R> link();

    /** What a row points with. */
    Key<R> key();

    /** Whether the row points somewhere. */
    boolean isSet(R child);

    /** Makes the row point at that one. */
    void point(R child, M parent);

    /** A foreign key, which points at a key of one table. */
    record ForeignKey<M extends Model<M>, R extends Model<R>>(
            Key<R> key, Link<M, R> link, KeyColumns<R> foreign, KeyColumns<M> local) implements Pointer<M, R> {

        static <M extends Model<M>, R extends Model<R>> ForeignKey<M, R> of(Key<R> foreign, Key<M> local) {
            return new ForeignKey<>(foreign, Link.of(local, foreign), KeyColumns.of(foreign), KeyColumns.of(local));
        }

        @Override
        public boolean isSet(R child) {
            return foreign.of(child) != null;
        }

        @Override
        public void point(R child, M parent) {
            foreign.set(child, local.required(parent));
        }
    }

    /** A type and a key, which point at one of several tables. */
    record OfSeveral<M extends Model<M>, R extends Model<R>>(Morphs<R> morphs, Key<M> owner) implements Pointer<M, R> {

        @Override
        public Link<M, R> link() {
            return Link.of(owner, morphs.id())
                    .where(morphs.type(), owner.table().morphName());
        }

        @Override
        public Key<R> key() {
            return morphs.id();
        }

        @Override
        public boolean isSet(R child) {
            return child.get(morphs.type()) != null;
        }

        @Override
        public void point(R child, M parent) {
            morphs.point(child, parent);
        }
    }
}
