package dev.ilana.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ilana.error.TypeMismatchException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonCastTest {

    record Prefs(String themeName, int size) {}

    private static final JsonCast<Prefs> PREFS = JsonCast.of(Prefs.class);

    @Test
    void anObjectIsItsJson() {
        assertThat(PREFS.set(new Prefs("dark", 2))).isEqualTo("{\"themeName\":\"dark\",\"size\":2}");
        assertThat(PREFS.get("{\"size\":2,\"themeName\":\"dark\"}")).isEqualTo(new Prefs("dark", 2));
    }

    @Test
    void theParametersOfATypeAreKept() {
        JsonCast<Map<String, List<Prefs>>> cast = JsonCast.of(new TypeReference<Map<String, List<Prefs>>>() {});
        Map<String, List<Prefs>> read = cast.get("{\"a\":[{\"themeName\":\"dark\",\"size\":2}]}");
        assertThat(read).containsExactly(Map.entry("a", List.of(new Prefs("dark", 2))));
        assertThat(cast.javaType()).isEqualTo(Map.class);
    }

    @Test
    void aListIsReadAsOneOfItsElements() {
        assertThat(JsonCast.listOf(Long.class).get("[1,2]")).containsExactly(1L, 2L);
    }

    @Test
    void whatIsGivenByNameIsMadeTheTypeDownToItsElements() {
        List<String> texts = JsonCast.listOf(String.class).accept(List.of(1, 2), "x");
        assertThat(texts).containsExactly("1", "2");
        assertThat(PREFS.accept(Map.of("themeName", "dark", "size", 2), "x")).isEqualTo(new Prefs("dark", 2));
        Prefs same = new Prefs("dark", 2);
        assertThat(PREFS.accept(same, "x")).isSameAs(same);
        assertThatThrownBy(() -> PREFS.accept("c4nary", "users.prefs"))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessageStartingWith("users.prefs takes ")
                .hasMessageNotContaining("c4nary");
    }

    @Test
    void aMapperOfOnesOwnReadsAndWrites() {
        ObjectMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        JsonCast<Prefs> cast = PREFS.with(mapper);
        assertThat(cast.set(new Prefs("dark", 2))).contains("theme_name");
        assertThat(cast.get("{\"theme_name\":\"dark\",\"size\":2,\"old\":true}"))
                .isEqualTo(new Prefs("dark", 2));
    }

    @Test
    void jsonOfSomethingElseIsRefusedWithoutQuotingIt() {
        for (String json : List.of("{\"c4nary\":1}", "c4nary", "[]", "")) {
            assertThatThrownBy(() -> PREFS.get(json))
                    .isInstanceOf(TypeMismatchException.class)
                    .hasMessageStartingWith("stored JSON takes JSON of a ")
                    .hasMessageNotContaining("c4nary");
        }
        assertThatThrownBy(() -> JsonCast.of(Object.class).set(new Object())).isInstanceOf(TypeMismatchException.class);
    }
}
