/** The command line of Ìlànà Reactive. */
module dev.ilana.cli {
    requires dev.ilana.schema;
    requires info.picocli;
    requires java.compiler;
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;

    opens dev.ilana.cli to
            info.picocli;
}
