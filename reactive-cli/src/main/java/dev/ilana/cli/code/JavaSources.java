package dev.ilana.cli.code;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.project.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The {@code .java} files of directories and those below them.
 *
 * @param kind what they are, in the plural: {@code migrations}
 */
public record JavaSources(String kind, List<Path> files) {

    public static JavaSources in(List<Path> directories, String kind) {
        return new JavaSources(
                kind,
                directories.stream()
                        .filter(Files::isDirectory)
                        .flatMap(directory -> new FileTree(directory).files(".java").stream())
                        .toList());
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Differs when they would be compiled to something else. */
    Fingerprint fingerprint(List<Path> classpath, List<Path> sourcePath) {
        Fingerprint fingerprint = new Fingerprint().add(Runtime.version().toString());
        files.forEach(fingerprint::addContent);
        in(sourcePath, kind).files().forEach(fingerprint::addContent);
        Classpath.withLibrary(classpath).forEach(fingerprint::add);
        return fingerprint;
    }

    /**
     * Compiles them against the library and that classpath.
     *
     * @param sourcePath where the sources are that are compiled with them if they need them
     * @param output where the classes go
     * @throws CommandFailedException naming the file and line of each error, or when this Java has no compiler
     */
    void compile(List<Path> classpath, List<Path> sourcePath, Path output) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new CommandFailedException("this Java (" + System.getProperty("java.home")
                    + ") has no compiler for the .java files of " + kind + "; run with a JDK, or give them compiled by"
                    + " --classpath");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-d",
                    output.toString(),
                    "-classpath",
                    Classpath.text(Classpath.withLibrary(classpath)),
                    "-sourcepath",
                    Classpath.text(sourcePath),
                    "-implicit:class",
                    "-proc:none",
                    "-nowarn");
            boolean compiled = compiler.getTask(
                            null, manager, diagnostics, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!compiled) {
                throw new CommandFailedException(diagnostics.getDiagnostics().stream()
                        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                        .map(JavaSources::line)
                        .collect(Collectors.joining(
                                System.lineSeparator(),
                                "the " + kind + " do not compile:" + System.lineSeparator(),
                                "")));
            }
        } catch (IOException e) {
            throw new CommandFailedException("can't compile the " + kind + ": " + e.getMessage(), e);
        }
    }

    private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject file = diagnostic.getSource();
        String where = file == null ? "" : file.getName() + ":" + diagnostic.getLineNumber() + ": ";
        return where + diagnostic.getMessage(Locale.ROOT);
    }
}
