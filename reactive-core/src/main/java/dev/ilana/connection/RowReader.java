package dev.ilana.connection;

import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;

/** Makes one value of one row. It is called once a row, while the driver still holds the row's bytes. */
@FunctionalInterface
public interface RowReader<T> {

    T read(Row row, RowMetadata metadata);
}
