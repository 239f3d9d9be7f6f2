package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.connection.RowReader;
import dev.ilana.dialect.Codec;
import dev.ilana.dialect.Dialect;
import dev.ilana.model.TableShape.ColumnReader;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a model of each row, by column index: the table's columns first, then what the query added. */
final class Hydrator<M extends Model<M>> implements RowReader<M> {

    private final ModelTable<M> table;
    private final ColumnReader[] readers;
    private final List<Extra> extras;
    private final Codec[] extraCodecs;
    private final @Nullable Database explicit;

    Hydrator(ModelTable<M> table, Dialect dialect, List<Extra> extras, @Nullable Database explicit) {
        this.table = table;
        this.readers = table.shape().readers(dialect);
        this.extras = extras;
        this.explicit = explicit;
        this.extraCodecs = new Codec[extras.size()];
        for (int i = 0; i < extraCodecs.length; i++) {
            extraCodecs[i] = dialect.codec(extras.get(i).type());
        }
    }

    @Override
    public M read(Row row, RowMetadata metadata) {
        M model = table.make();
        Attributes attributes = model.attributes();
        for (int i = 0; i < readers.length; i++) {
            attributes.read(i, readers[i].read(row, i));
        }
        for (int i = 0; i < extraCodecs.length; i++) {
            attributes.putExtra(extras.get(i).name(), extraCodecs[i].read(row, readers.length + i));
        }
        attributes.keep(explicit);
        attributes.markStored();
        return model;
    }
}
