package dev.ilana.cli.schema;

import dev.ilana.cli.console.Console;
import dev.ilana.cli.project.TextFile;
import dev.ilana.schema.generate.ModelSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Models that are written into a directory, a file for each. */
record ModelFiles(Path directory, List<ModelSource> sources) {

    /**
     * Writes them all, or none where one is there that must not be written over; and reports that.
     *
     * @param over whether over files that are there
     * @throws dev.ilana.cli.console.CommandFailedException when one can't be written
     */
    void write(boolean over, Console console) {
        if (!over) {
            sources.forEach(source -> file(source).requireNew());
        }
        sources.forEach(source -> file(source).write(source.source(), over));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("event", "pulled");
        object.put("directory", directory);
        object.put("files", sources.stream().map(ModelSource::fileName).toList());
        int count = sources.size();
        console.print("pulled  " + directory + "  " + count + (count == 1 ? " model" : " models"), object);
    }

    private TextFile file(ModelSource source) {
        return new TextFile(directory.resolve(source.fileName()));
    }
}
