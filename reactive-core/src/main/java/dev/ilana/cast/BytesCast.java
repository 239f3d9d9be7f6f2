package dev.ilana.cast;

/** Bytes as they are. A model has an array of its own: the driver's may be another's too, as where results are remembered. */
public final class BytesCast implements Cast<byte[], byte[]> {

    @Override
    public Stored<byte[]> stored() {
        return Stored.BINARY;
    }

    @Override
    public Class<byte[]> javaType() {
        return byte[].class;
    }

    @Override
    public byte[] get(byte[] stored) {
        return stored.clone();
    }

    @Override
    public byte[] set(byte[] value) {
        return value.clone();
    }

    @Override
    public boolean isMutable() {
        return true;
    }
}
