package dev.ilana.cli.make;

import java.util.Map;
import java.util.stream.Collectors;

/** The files that a project may say its settings in. */
enum SettingsFormat {
    YAML("ilana.yml", "    ", ": "),
    PROPERTIES("ilana.properties", "connections.default.", " = ");

    private final String fileName;
    private final String before;
    private final String between;

    SettingsFormat(String fileName, String before, String between) {
        this.fileName = fileName;
        this.before = before;
        this.between = between;
    }

    String fileName() {
        return fileName;
    }

    SettingsFormat other() {
        return this == YAML ? PROPERTIES : YAML;
    }

    /** The file of a project whose only connection is to that. */
    String text(SetupDriver driver) {
        String connection = driver.settings().entrySet().stream()
                .map(setting -> before + setting.getKey() + between + setting.getValue())
                .collect(Collectors.joining("\n"));
        return new StubText(fileName, Resource.text("setup/" + fileName)).filled(Map.of("connection", connection));
    }
}
