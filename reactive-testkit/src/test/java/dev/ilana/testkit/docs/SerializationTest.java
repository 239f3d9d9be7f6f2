package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.Member.ADMIN;
import static dev.ilana.testkit.docs.Member.EMAIL;
import static dev.ilana.testkit.docs.Member.GREETING;
import static dev.ilana.testkit.docs.Member.KIND;
import static dev.ilana.testkit.docs.Member.MEMBERS;
import static dev.ilana.testkit.docs.Member.NAME;
import static dev.ilana.testkit.docs.Member.POSTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.Table;
import dev.ilana.model.Collection;
import dev.ilana.query.Page;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.http.codec.CodecConfigurer;
import org.springframework.http.codec.json.Jackson2JsonDecoder;
import org.springframework.http.codec.json.Jackson2JsonEncoder;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/serialization.md}; its controller is served by WebFlux, with each Jackson. */
class SerializationTest extends PageTest {

    // tag::controller
    @RestController
    static class MemberController {
        @GetMapping("/members")
        Flux<Member> members() {
            return MEMBERS.with(POSTS, posts -> posts.select("user_id", "title"))
                    .orderBy(NAME)
                    .get();
        }

        @GetMapping("/members/{id}")
        Mono<Member> member(@PathVariable("id") long id) {
            return MEMBERS.find(id);
        }

        @PostMapping("/members")
        Mono<Member> create(@RequestBody Map<String, Object> body) {
            return MEMBERS.create(body); // refuses what is not fillable
        }
    }
    // end::controller

    /** What the page says besides. */
    @RestController
    static class OtherController {
        @GetMapping("/pages/{number}")
        Mono<Page<Member>> page(@PathVariable("number") long number) {
            return MEMBERS.paginate(number, 1);
        }

        @GetMapping("/collection")
        Mono<Collection<Member>> collection() {
            return MEMBERS.orderBy(NAME).collection();
        }

        @PostMapping("/wrong")
        Mono<Member> wrong(@RequestBody Member member) {
            return member.save();
        }
    }

    @SuppressWarnings("removal") // Spring 7 still serves Jackson 2, and so do we
    static Stream<Arguments> jacksons() {
        return Stream.of(
                Arguments.of("Jackson 2", (Codecs) codecs -> {
                    codecs.jackson2JsonEncoder(new Jackson2JsonEncoder());
                    codecs.jackson2JsonDecoder(new Jackson2JsonDecoder());
                }),
                Arguments.of("Jackson 3", (Codecs) codecs -> {
                    codecs.jacksonJsonEncoder(new JacksonJsonEncoder());
                    codecs.jacksonJsonDecoder(new JacksonJsonDecoder());
                }));
    }

    @FunctionalInterface
    interface Codecs {
        void choose(CodecConfigurer.DefaultCodecs codecs);
    }

    private WebTestClient client(Codecs chosen) {
        return WebTestClient.bindToController(new MemberController(), new OtherController())
                .httpMessageCodecs(codecs -> chosen.choose(codecs.defaultCodecs()))
                .webFilter((exchange, chain) -> chain.filter(exchange).contextWrite(db.use()))
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jacksons")
    void webFluxServesModels(String name, Codecs codecs) {
        stored("Ada", 36);
        run(stored("Bob", 20).posts().create(Map.of("title", "Hello")));
        WebTestClient client = client(codecs);
        String ada = "{\"id\":1,\"name\":\"Ada\",\"kind\":\"MEMBER\",\"prefs\":{\"theme\":\"light\",\"fontSize\":12},"
                + "\"greeting\":\"Hello Ada\"";
        String bob = ada.replace("Ada", "Bob").replace("\"id\":1", "\"id\":2");

        assertThat(got(client, "/members/1")).isEqualTo(ada + "}");
        assertThat(got(client, "/members"))
                .isEqualTo("[" + ada + ",\"posts\":[]}," + bob
                        + ",\"posts\":[{\"id\":1,\"user_id\":2,\"title\":\"Hello\"}]}]");
        assertThat(got(client, "/collection")).isEqualTo("[" + ada + "}," + bob + "}]");
        assertThat(got(client, "/pages/1"))
                .isEqualTo("{\"data\":[" + ada + "}],\"total\":2,\"perPage\":1,\"currentPage\":1,\"lastPage\":2,"
                        + "\"from\":1,\"to\":1,\"nextPage\":2}");
    }

    private static @Nullable String got(WebTestClient client, String path) {
        return client.get()
                .uri(path)
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jacksons")
    void aBodyIsAMapAndNeverAModel(String name, Codecs codecs) {
        WebTestClient client = client(codecs);
        String body = "{\"name\":\"Eve\",\"email\":\"eve@example.org\"}";

        client.post()
                .uri("/members")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk();
        client.post()
                .uri("/wrong")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest();

        assertThat(run(MEMBERS.count())).isEqualTo(1);
    }

    @Test
    void oneModel() {
        Member member = new Member().set(NAME, "Ada").set(EMAIL, "ada@example.org");

        // tag::one
        Map<String, Object> map = member.toMap(); // {name=Ada, kind=MEMBER, greeting=Hello Ada}: Java's own values
        String json = member.toJson(); // {"name":"Ada","kind":"MEMBER","greeting":"Hello Ada"}

        member.makeVisible(EMAIL).append(ADMIN).makeHidden("kind", "greeting");
        String other = member.toJson(); // {"name":"Ada","email":"ada@example.org","is_admin":false}
        // end::one

        assertThat(map).isEqualTo(Map.of("name", "Ada", "kind", User.Kind.MEMBER, "greeting", "Hello Ada"));
        assertThat(json).isEqualTo("{\"name\":\"Ada\",\"kind\":\"MEMBER\",\"greeting\":\"Hello Ada\"}");
        assertThat(other).isEqualTo("{\"name\":\"Ada\",\"email\":\"ada@example.org\",\"is_admin\":false}");
    }

    @Test
    void accessors() {
        Member member = new Member().set(NAME, "Ada").set(KIND, User.Kind.ADMIN);

        // tag::accessors
        String greeting = member.get(GREETING); // "Hello Ada", computed each time
        Object admin = member.getAttribute("is_admin"); // true
        // end::accessors

        assertThat(greeting).isEqualTo("Hello Ada");
        assertThat(admin).isEqualTo(true);
    }

    @Test
    void camelCase() {
        // tag::camelCase
        Table<Member> members = Table.of("users", Member::new).camelCaseJson();
        // end::camelCase

        assertThat(members.name()).isEqualTo("users");
    }
}
