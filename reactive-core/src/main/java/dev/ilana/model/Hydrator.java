package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.connection.RowReader;
import dev.ilana.dialect.Codec;
import dev.ilana.dialect.Dialect;
import dev.ilana.model.TableShape.ColumnReader;
import dev.ilana.sql.SqlType;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a model of each row, by column index: the table's columns first, then what the query added. */
final class Hydrator<M extends Model<M>> implements RowReader<M> {

    private final ModelTable<M> table;
    private final ColumnReader[] readers;
    /** The positions in the model of the columns read, where not all are. */
    private final int @Nullable [] ordinals;

    private final int columnCount;
    private final List<Extra> extras;
    private final @Nullable Codec[] extraCodecs;
    private final Dialect dialect;
    private final @Nullable Database explicit;

    Hydrator(
            ModelTable<M> table,
            Dialect dialect,
            List<Column<M, ?>> columns,
            List<Extra> extras,
            @Nullable Database explicit) {
        this.table = table;
        this.dialect = dialect;
        this.readers = table.shape().readers(dialect);
        this.ordinals = columns.isEmpty()
                ? null
                : columns.stream().mapToInt(Column::ordinal).toArray();
        this.columnCount = ordinals == null ? readers.length : ordinals.length;
        this.extras = extras;
        this.explicit = explicit;
        this.extraCodecs = new Codec[extras.size()];
        for (int i = 0; i < extraCodecs.length; i++) {
            SqlType type = extras.get(i).type();
            extraCodecs[i] = type == null ? null : dialect.codec(type);
        }
    }

    @Override
    public M read(Row row, RowMetadata metadata) {
        M model = table.make();
        Attributes attributes = model.attributes();
        if (ordinals == null) {
            for (int i = 0; i < readers.length; i++) {
                attributes.read(i, readers[i].read(row, i));
            }
        } else {
            attributes.forget();
            for (int i = 0; i < ordinals.length; i++) {
                attributes.read(ordinals[i], readers[ordinals[i]].read(row, i));
            }
        }
        for (int i = 0; i < extraCodecs.length; i++) {
            int index = columnCount + i;
            Codec codec = extraCodecs[i];
            Object value = codec != null
                    ? codec.read(row, index)
                    : dialect.readAny(row, index, metadata.getColumnMetadata(index));
            Extra extra = extras.get(i);
            attributes.putExtra(extra.name(), extra.isWhether() ? value != null : value);
        }
        attributes.keep(explicit);
        attributes.markStored();
        return model;
    }
}
