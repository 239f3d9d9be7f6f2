package dev.ilana.examples.benchmark.models;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;

/** A kind of events as a model. */
public final class Kind extends Model<Kind> {

    public static final Table<Kind> KINDS = Table.of("kinds", Kind::new);

    public static final Column<Kind, String> NAME = KINDS.key(KINDS.string("name"));
    public static final Column<Kind, Integer> WEIGHT = KINDS.integer("weight");

    public Kind() {
        super(KINDS);
    }
}
