package dev.ilana.dialect;

/** How a connection is encrypted, and how far the server is looked at. */
public enum SslMode {
    /** Not at all. */
    DISABLE,
    /** Encrypted, to whoever answers. */
    REQUIRE,
    /** The server's certificate is by an authority that is trusted. */
    VERIFY_CA,
    /** And it is for the host that was asked for. */
    VERIFY_FULL
}
