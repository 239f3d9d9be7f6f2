package dev.ilana.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryCacheTest {

    @TempDir
    Path root;

    @Test
    void unpacksOnce() throws Exception {
        AtomicInteger unpacked = new AtomicInteger();
        BinaryCache cache = new BinaryCache(root);
        BinaryCache.Unpacking unpacking =
                directory -> Files.writeString(directory.resolve("server"), String.valueOf(unpacked.incrementAndGet()));

        assertThat(cache.get("db-1", unpacking).resolve("server")).hasContent("1");
        assertThat(cache.get("db-1", unpacking).resolve("server")).hasContent("1");
    }

    @Test
    void theOneWhoComesSecondTakesTheFirstOnesWork() throws Exception {
        BinaryCache cache = new BinaryCache(root);

        Path target = cache.get("db-1", directory -> {
            Path first = Files.createDirectory(root.resolve("db-1"));
            Files.writeString(first.resolve("server"), "first");
            Files.writeString(directory.resolve("server"), "second");
        });

        assertThat(target.resolve("server")).hasContent("first");
        assertThat(root).isDirectoryNotContaining("glob:**draft*");
    }

    @Test
    void aFailureLeavesNothing() {
        BinaryCache cache = new BinaryCache(root);

        assertThatThrownBy(() -> cache.get("db-1", directory -> {
                    throw new IOException("disk full");
                }))
                .hasMessageContaining("disk full");
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void anEntryMayNotLeaveTheDirectory() {
        ArchiveEntryWriter writer = new ArchiveEntryWriter(root);

        assertThatThrownBy(() -> writer.file("../evil", new ByteArrayInputStream(new byte[0]), false))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> writer.link("lib/evil", "../../etc/passwd")).isInstanceOf(IOException.class);
    }
}
