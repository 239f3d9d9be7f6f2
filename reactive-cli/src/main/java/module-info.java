/** The command line of Ìlànà Reactive. */
module dev.ilana.cli {
    requires dev.ilana.schema;
    requires info.picocli;
    requires java.compiler;
    requires org.jline;
    requires static jdk.jshell;
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;

    opens dev.ilana.cli to
            info.picocli;
    opens dev.ilana.cli.console to
            info.picocli;
    opens dev.ilana.cli.make to
            info.picocli;
    opens dev.ilana.cli.migrate to
            info.picocli;
    opens dev.ilana.cli.option to
            info.picocli;
    opens dev.ilana.cli.schema to
            info.picocli;
    opens dev.ilana.cli.show to
            info.picocli;
    opens dev.ilana.cli.tinker to
            info.picocli;
}
