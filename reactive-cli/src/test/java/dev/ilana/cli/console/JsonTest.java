package dev.ilana.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One object a line, which any parser reads back. */
class JsonTest {

    @Test
    void keepsTheOrderAndTheKinds() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("b", 1);
        object.put("a", true);
        object.put("none", null);
        object.put("text", "x");
        assertThat(Json.line(object)).isEqualTo("{\"b\":1,\"a\":true,\"none\":null,\"text\":\"x\"}");
        assertThat(Json.line(Map.of())).isEqualTo("{}");
    }

    @Test
    void everyCharacterComesBack() throws Exception {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0x2100; c++) {
            all.append(c);
        }
        String text = all + "\ud83d\ude00 Ìlànà";
        String line = Json.line(Map.of(text, text));
        assertThat(line.lines()).as("one line").hasSize(1);
        assertThat(new ObjectMapper().readValue(line, new TypeReference<Map<String, String>>() {}))
                .isEqualTo(Map.of(text, text));
    }
}
