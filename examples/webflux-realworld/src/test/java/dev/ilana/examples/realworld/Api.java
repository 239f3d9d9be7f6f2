package dev.ilana.examples.realworld;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The service as somebody asks it. */
record Api(WebTestClient http) {

    /** The same with that token. */
    Api with(String token) {
        return new Api(http.mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Token " + token)
                .build());
    }

    ResponseSpec get(String path, Object... values) {
        return http.get().uri(path, values).exchange();
    }

    ResponseSpec post(String path, Object... values) {
        return http.post().uri(path, values).exchange();
    }

    ResponseSpec delete(String path, Object... values) {
        return http.delete().uri(path, values).exchange();
    }

    /** A form of that name, {@code {"user": {…}}}. */
    ResponseSpec post(String path, String form, Map<String, ?> values) {
        return http.post().uri(path).bodyValue(Map.of(form, values)).exchange();
    }

    ResponseSpec put(String path, String form, Map<String, ?> values) {
        return http.put().uri(path).bodyValue(Map.of(form, values)).exchange();
    }

    ResponseSpec postText(String path, String json) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }
}
