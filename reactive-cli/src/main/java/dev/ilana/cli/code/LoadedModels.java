package dev.ilana.cli.code;

import java.nio.file.Path;
import java.util.List;

/**
 * The models of a project, of all its connections, for code that uses them; none where it has none.
 *
 * @param classpath what that code is compiled against, beside the library
 * @param loader of the classes of that classpath
 */
public record LoadedModels(List<FoundModel> models, List<Path> classpath, ClassLoader loader) {}
