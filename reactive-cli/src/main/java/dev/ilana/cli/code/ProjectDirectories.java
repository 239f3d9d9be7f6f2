package dev.ilana.cli.code;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a project has its sources.
 *
 * @param inside where a jar has {@code .sql} files of migrations
 */
public record ProjectDirectories(
        List<Path> migrations, List<Path> inside, List<Path> seeders, List<Path> factories, List<Path> models) {}
