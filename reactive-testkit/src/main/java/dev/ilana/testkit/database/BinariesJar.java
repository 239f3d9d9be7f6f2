package dev.ilana.testkit.database;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;

/** Finds the jar with a server's binaries on the class path. */
final class BinariesJar {

    private BinariesJar() {}

    /** Returns the jar that holds this resource; its name carries the version and so serves as a cache key. */
    static Path holding(String resource, String artifact) throws ServerUnavailableException {
        URL url = BinariesJar.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new ServerUnavailableException(artifact + " is not on the class path");
        }
        try {
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
        } catch (IOException | URISyntaxException e) {
            throw new ServerUnavailableException(artifact + " could not be read: " + e.getMessage(), e);
        }
        throw new ServerUnavailableException(artifact + " is not in a jar but at " + url);
    }

    static String name(Path archive) {
        return String.valueOf(archive.getFileName()).replaceAll("\\.(jar|zip)$", "");
    }
}
