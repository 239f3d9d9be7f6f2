package dev.ilana.config;

import dev.ilana.error.InvalidConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of settings in a directory: YAML or properties, the same keys in both. */
final class ProjectFile {

    static final String YAML = "ilana.yml";
    static final String PROPERTIES = "ilana.properties";

    /** What somebody may call it who is used to the other ending; it would be passed over in silence. */
    private static final String MISNAMED = "ilana.yaml";

    private ProjectFile() {}

    /**
     * What the file says; nothing where there is none.
     *
     * @throws InvalidConfigurationException when it can't be read, or there are two
     */
    static SettingTree read(Path directory) {
        Path yaml = directory.resolve(YAML);
        Path properties = directory.resolve(PROPERTIES);
        if (Files.isRegularFile(directory.resolve(MISNAMED))) {
            throw new InvalidConfigurationException(MISNAMED + " is not read; name it " + YAML);
        } else if (Files.isRegularFile(yaml) && Files.isRegularFile(properties)) {
            throw new InvalidConfigurationException(
                    "there are " + YAML + " and " + PROPERTIES + " beside each other; keep one of them");
        } else if (Files.isRegularFile(yaml)) {
            return yaml(SettingsFile.read(yaml));
        }
        return Files.isRegularFile(properties)
                ? PropertiesReader.read(SettingsFile.read(properties))
                : SettingTree.EMPTY;
    }

    private static SettingTree yaml(SettingsFile file) {
        try {
            return YamlReader.read(file);
        } catch (NoClassDefFoundError e) {
            throw new InvalidConfigurationException(file.name()
                    + " needs a parser that is not on the classpath; add"
                    + " com.fasterxml.jackson.dataformat:jackson-dataformat-yaml, or write " + PROPERTIES);
        }
    }
}
