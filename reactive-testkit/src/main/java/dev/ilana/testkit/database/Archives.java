package dev.ilana.testkit.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the archives that database binaries come in. */
final class Archives {

    private Archives() {}

    // In Java, for a bare machine has no xz.
    static void untarXz(InputStream archive, Path directory) throws IOException {
        ArchiveEntryWriter writer = new ArchiveEntryWriter(directory);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isSymbolicLink()) {
                    writer.link(entry.getName(), entry.getLinkName());
                } else if (entry.isFile()) {
                    writer.file(entry.getName(), tar, (entry.getMode() & 0100) != 0);
                }
            }
        }
    }

    /**
     * Unpacks some files of a zip or jar.
     *
     * @param placing the path to unpack an entry to, or the empty string to leave it out
     */
    static void unzip(Path archive, Path directory, UnaryOperator<String> placing) throws IOException {
        ArchiveEntryWriter writer = new ArchiveEntryWriter(directory);
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String path = placing.apply(entry.getName());
                if (!entry.isDirectory() && !path.isEmpty()) {
                    unzip(zip, entry, path, writer);
                }
            }
        }
    }

    // java.util.zip doesn't tell modes, so a program is known by its folder.
    private static void unzip(ZipFile zip, ZipEntry entry, String path, ArchiveEntryWriter writer) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            writer.file(path, content, path.startsWith("bin/") || path.startsWith("scripts/"));
        }
    }
}
