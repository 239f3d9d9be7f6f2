package dev.ilana.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ilana.Table;
import dev.ilana.cast.Cast;
import dev.ilana.cast.Stored;
import dev.ilana.error.AttributeNotLoadedException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.query.Page;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.HasMany;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models as JSON and as maps. Whole JSON is compared, of a plain Jackson 2, a plain Jackson 3 and {@code toJson()}. */
class SerializationTest {

    /** A library as it comes, without a module or a setting. */
    @FunctionalInterface
    interface Writer {
        String write(Object value) throws Exception;
    }

    private static final com.fasterxml.jackson.databind.ObjectMapper JACKSON_2 =
            new com.fasterxml.jackson.databind.ObjectMapper();
    private static final tools.jackson.databind.ObjectMapper JACKSON_3 = new tools.jackson.databind.ObjectMapper();

    static Stream<Arguments> jacksons() {
        return Stream.of(
                Arguments.of("Jackson 2", (Writer) JACKSON_2::writeValueAsString),
                Arguments.of("Jackson 3", (Writer) JACKSON_3::writeValueAsString));
    }

    static Stream<Arguments> writers() {
        return Stream.concat(jacksons(), Stream.of(Arguments.of("toJson", (Writer)
                model -> ((Model<?>) model).toJson())));
    }

    // Values

    @ParameterizedTest(name = "{0}")
    @MethodSource("writers")
    void everyTypeHasItsJson(String name, Writer json) throws Exception {
        assertThat(json.write(everything())).isEqualTo("""
                {"id":9007199254740993,"title":"Ìlànà \\"1\\"","rank":7,"price":12.50,"ratio":0.5,"open":true,\
                "day":"2026-11-21","at":"10:15:00","local":"2026-11-21T10:15:00","seen":"2026-11-21T10:15:00.123456Z",\
                "token":"00000000-0000-0001-0000-000000000002","data":"AQID","state":"CLOSED",\
                "settings":{"theme":"dark","since":2026,"tags":["a","b"],"none":null},\
                "tree":{"deep":[1.10,{"x":true}]},"gone":null,"label":"#9007199254740993"}""");
    }

    @Test
    void aMapHasTheValuesOfJava() {
        Sample sample = everything();
        assertThat(sample.toMap())
                .containsEntry("seen", Instant.parse("2026-11-21T10:15:00.123456Z"))
                .containsEntry("price", new BigDecimal("12.50"))
                .containsEntry("state", State.CLOSED)
                .containsEntry("token", new UUID(1, 2))
                .containsEntry("settings", sample.get(Sample.SETTINGS))
                .containsEntry("label", "#9007199254740993")
                .containsEntry("gone", null)
                .doesNotContainKey("secret");
        assertThat(sample.toMap().keySet()).startsWith("id", "title", "rank").endsWith("gone", "label");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writers")
    void whatAnAccessorGivesIsWrittenByTheSameRules(String name, Writer json) throws Exception {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        map.put(State.OPEN, List.of(Instant.EPOCH, LocalDate.EPOCH));
        map.put(2, Duration.ofMinutes(5));
        map.put("nodes", JsonNodeFactory.instance.objectNode().put("x", 1));
        map.put("array", new Object[] {OffsetDateTime.parse("2026-11-21T10:15:30+01:00"), State.OPEN});
        map.put("ints", new int[] {1, 2});
        map.put("record", new Size(3, 4));
        map.put("null", null);
        Sample sample = new Sample().set(Sample.ID, 1L).append(Sample.ANYTHING);
        sample.anything = map;

        assertThat(json.write(sample)).isEqualTo("""
                {"id":1,"label":"#1","anything":{"OPEN":["1970-01-01T00:00:00Z","1970-01-01"],"2":"PT5M",\
                "nodes":{"x":1},"array":["2026-11-21T10:15:30+01:00","OPEN"],"ints":[1,2],\
                "record":{"width":3,"height":4},"null":null}}""");
    }

    @Test
    void aCastSaysWhatStandsForItsValue() {
        assertThat(new Priced().set(Priced.FEE, 250L).toJson()).isEqualTo("{\"fee\":\"2.50 EUR\"}");
        assertThat(new Priced().set(Priced.FEE, 250L).toMap()).containsEntry("fee", 250L);
    }

    // What is in

    @Test
    void whatIsHiddenIsLeftOut() {
        Sample sample = new Sample().set(Sample.ID, 1L).set(Sample.SECRET, "s");
        assertThat(sample.toJson()).isEqualTo("{\"id\":1,\"label\":\"#1\"}");
        assertThat(sample.makeVisible(Sample.SECRET).toJson())
                .isEqualTo("{\"id\":1,\"secret\":\"s\",\"label\":\"#1\"}");
        assertThat(sample.makeHidden(Sample.SECRET).toJson()).isEqualTo("{\"id\":1,\"label\":\"#1\"}");
        assertThat(sample.makeHidden("id", "label").toJson()).isEqualTo("{}");
        assertThat(new Sample().set(Sample.SECRET, "s").toMap()).doesNotContainKey("secret");
    }

    @Test
    void whatIsHiddenStaysReadable() {
        Sample sample = new Sample().set(Sample.SECRET, "s").makeHidden(Sample.TITLE);
        assertThat(sample.get(Sample.SECRET)).isEqualTo("s");
        assertThat(sample.getAttribute("secret")).isEqualTo("s");
    }

    @Test
    void aNameThatIsNothingIsRefusedRatherThanLeftInTheOpen() {
        Sample sample = new Sample();
        assertThatThrownBy(() -> sample.makeHidden("secrte"))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessageContaining("did you mean \"secret\"");
        assertThatThrownBy(() -> sample.makeVisible("nothing")).isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> sample.append("title")).isInstanceOf(UnknownColumnException.class);
    }

    @Test
    void anAccessorIsAnAttributeOfThatName() {
        Sample sample = new Sample().set(Sample.ID, 4L);
        assertThat(sample.get(Sample.LABEL)).isEqualTo("#4");
        assertThat(sample.getAttribute("label")).isEqualTo("#4");
        assertThat(Collection.make(sample).pluck(Sample.LABEL)).containsExactly("#4");
        assertThatThrownBy(() -> sample.setAttribute("label", "x")).isInstanceOf(UnknownColumnException.class);
        assertThat(sample.getDirty()).containsOnlyKeys("id");
    }

    @Test
    void anAccessorThatIsNotAppendedComesWhenItIsAskedFor() {
        Sample sample = new Sample().set(Sample.ID, 4L).set(Sample.TITLE, "t");
        assertThat(sample.toMap()).doesNotContainKey("shout");
        assertThat(sample.append("shout").toMap()).containsEntry("shout", "T");
        assertThat(sample.makeHidden("shout").toMap()).doesNotContainKey("shout");
    }

    @Test
    void anAccessorThatLacksAColumnIsLeftOutUnlessItWasAskedFor() {
        Sample partly = new Sample().set(Sample.TITLE, "t");
        partly.attributes().markStored();
        assertThat(partly.toJson()).isEqualTo("{\"title\":\"t\"}");
        assertThatThrownBy(() -> partly.append(Sample.LABEL).toJson()).isInstanceOf(AttributeNotLoadedException.class);
    }

    @Test
    void anAttributeHasOneMeaning() {
        Table<Sample> table = Table.of("others", Sample::new);
        var unused = table.string("name");
        assertThatThrownBy(() -> table.accessor("name", model -> 1)).isInstanceOf(InvalidUsageException.class);
        var declared = table.accessor("label", model -> 1);
        assertThatThrownBy(() -> table.appended("label", model -> 1)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> table.string("label")).isInstanceOf(InvalidUsageException.class);
        assertThat(declared).hasToString("others.label");
    }

    @Test
    void whatTheQueryAddedComesAfterTheColumnsInItsOrder() {
        Node node = node(1);
        node.attributes().putExtra("zebras_count", 2L);
        node.attributes().putExtra("pivot_group_id", 7L);
        node.attributes().putExtra("at", Instant.EPOCH);
        assertThat(node.toJson())
                .isEqualTo("{\"id\":1,\"zebras_count\":2,\"pivot_group_id\":7,\"at\":\"1970-01-01T00:00:00Z\"}");
        assertThat(node.makeHidden("pivot_group_id", "at").toJson()).isEqualTo("{\"id\":1,\"zebras_count\":2}");
    }

    // Relations

    @ParameterizedTest(name = "{0}")
    @MethodSource("writers")
    void loadedRelationsAreInAndHideWhatIsTheirsToHide(String name, Writer json) throws Exception {
        Node parent = node(1).setRelation(Node.PARENT, null);
        Node child = node(2).set(Node.SECRET, "s").setRelation(Node.CHILDREN, Collection.make());
        parent.setRelation(Node.CHILDREN, Collection.make(child, node(3)));
        assertThat(json.write(parent))
                .isEqualTo("{\"id\":1,\"parent\":null,\"children\":[{\"id\":2,\"children\":[]},{\"id\":3}]}");
        assertThat(json.write(parent.makeHidden("children"))).isEqualTo("{\"id\":1,\"parent\":null}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writers")
    void aCircleOfThreeEndsWhereItBegan(String name, Writer json) throws Exception {
        Node one = node(1);
        Node two = node(2).setRelation(Node.PARENT, one);
        Node three = node(3).setRelation(Node.PARENT, two);
        one.setRelation(Node.PARENT, three);
        assertThat(json.write(one))
                .isEqualTo("{\"id\":1,\"parent\":{\"id\":3,\"parent\":{\"id\":2,\"parent\":{\"id\":1}}}}");
        Node itself = node(4);
        itself.setRelation(Node.PARENT, itself);
        assertThat(json.write(itself)).isEqualTo("{\"id\":4,\"parent\":{\"id\":4}}");
        assertThat(itself.toMap()).isEqualTo(Map.of("id", 4L, "parent", Map.of("id", 4L)));
    }

    @Test
    void aModelThatIsMetTwiceSideBySideIsWholeBothTimes() {
        Node shared = node(9).setRelation(Node.PARENT, node(10));
        Node parent = node(1).setRelation(
                        Node.CHILDREN,
                        Collection.make(
                                node(2).setRelation(Node.PARENT, shared), node(3).setRelation(Node.PARENT, shared)));
        assertThat(parent.toJson()).isEqualTo("""
                {"id":1,"children":[{"id":2,"parent":{"id":9,"parent":{"id":10}}},\
                {"id":3,"parent":{"id":9,"parent":{"id":10}}}]}""");
    }

    @Test
    void anAccessorThatLeadsBackEndsToo() {
        Node one = node(1);
        Node two = node(2);
        one.other = two;
        two.other = one;
        assertThat(one.append("other").toJson()).isEqualTo("{\"id\":1,\"other\":{\"id\":2}}");
        assertThat(two.append("other").toJson().length()).isLessThan(200);
    }

    @Test
    void tenThousandModelsThatLeadBackCostTenThousand() {
        Node root = node(0);
        root.setRelation(Node.CHILDREN, Collection.times(10_000, i -> node(i).setRelation(Node.PARENT, root)));
        String json = assertTimeout(Duration.ofSeconds(20), root::toJson);
        assertThat(json.length()).isBetween(250_000, 350_000);
        assertThat(json)
                .startsWith("{\"id\":0,\"children\":[{\"id\":1,\"parent\":{\"id\":0}},")
                .endsWith("}]}");
        assertThat(assertTimeout(
                        Duration.ofSeconds(20),
                        () -> Collection.times(10_000, i -> node(i)).toJson()))
                .hasSizeBetween(100_000, 150_000);
    }

    // Around models

    @ParameterizedTest(name = "{0}")
    @MethodSource("jacksons")
    void listsCollectionsAndRecordsOfModelsAreJsonToo(String name, Writer json) throws Exception {
        Collection<Node> nodes = Collection.make(node(1), node(2));
        assertThat(json.write(nodes)).isEqualTo("[{\"id\":1},{\"id\":2}]").isEqualTo(nodes.toJson());
        assertThat(json.write(Map.of("nodes", nodes))).isEqualTo("{\"nodes\":[{\"id\":1},{\"id\":2}]}");
        assertThat(json.write(Collection.<Node>make())).isEqualTo("[]");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jacksons")
    void aPageIsItsModelsAndWhereItStands(String name, Writer json) throws Exception {
        assertThat(json.write(new Page<>(List.of(node(4), node(5)), 7, 2, 2))).isEqualTo("""
                {"data":[{"id":4},{"id":5}],"total":7,"perPage":2,"currentPage":2,"lastPage":4,"from":3,"to":4,\
                "nextPage":3}""");
        assertThat(json.write(new Page<>(List.of(), 0, 2, 1))).isEqualTo("""
                {"data":[],"total":0,"perPage":2,"currentPage":1,"lastPage":1,"from":null,"to":null,"nextPage":null}""");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writers")
    void aTableMayHaveItsJsonInCamelCase(String name, Writer json) throws Exception {
        Camel camel = new Camel()
                .set(Camel.FIRST_NAME, "Ada")
                .set(Camel.PREFS, Map.of("font_size", 3))
                .setRelation(Camel.BEST_FRIEND, new Camel().set(Camel.FIRST_NAME, "Bob"));
        camel.attributes().putExtra("old_posts_count", 3L);
        assertThat(json.write(camel)).isEqualTo("""
                {"firstName":"Ada","prefs":{"font_size":3},"oldPostsCount":3,"fullName":"Ada!",\
                "bestFriend":{"firstName":"Bob","fullName":"Bob!"}}""");
        assertThat(camel.makeHidden("first_name").toMap())
                .containsOnlyKeys("prefs", "old_posts_count", "full_name", "best_friend");
    }

    @Test
    void camelCaseKeepsWhatHasNoUnderscores() {
        assertThat(Stream.of("id", "created_at", "a_b_c", "address_2", "_private_key", "URL", "two__words", "end_")
                        .map(CamelCase::of))
                .containsExactly("id", "createdAt", "aBC", "address2", "_privateKey", "URL", "twoWords", "end");
    }

    // The other way

    @Test
    void noModelIsMadeOfJson() {
        for (String body : List.of("{\"title\":\"x\"}", "{\"secret\":\"x\"}", "{\"admin\":true}", "{\"dirty\":{}}")) {
            assertThatThrownBy(() -> JACKSON_2.readValue(body, Sample.class))
                    .isInstanceOf(com.fasterxml.jackson.core.JsonProcessingException.class)
                    .hasMessageContaining("a model is not made of JSON: read a Map instead");
            assertThatThrownBy(() -> JACKSON_3.readValue(body, Sample.class))
                    .isInstanceOf(tools.jackson.core.JacksonException.class)
                    .hasMessageContaining("a model is not made of JSON: read a Map instead");
        }
        assertThatThrownBy(() -> JACKSON_2.readValue("\"x\"", Sample.class))
                .isInstanceOf(com.fasterxml.jackson.core.JsonProcessingException.class);
    }

    @Test
    void theTextOfAModelHasNoData() {
        assertThat(everything()).hasToString("samples#new");
    }

    private static Sample everything() {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        settings.put("theme", "dark");
        settings.put("since", 2026);
        settings.put("tags", List.of("a", "b"));
        settings.put("none", null);
        return new Sample()
                .set(Sample.ID, 9_007_199_254_740_993L)
                .set(Sample.TITLE, "Ìlànà \"1\"")
                .set(Sample.SECRET, "s")
                .set(Sample.RANK, (short) 7)
                .set(Sample.PRICE, new BigDecimal("12.50"))
                .set(Sample.RATIO, 0.5)
                .set(Sample.OPEN, true)
                .set(Sample.DAY, LocalDate.of(2026, 11, 21))
                .set(Sample.AT, LocalTime.of(10, 15))
                .set(Sample.LOCAL, LocalDateTime.of(2026, 11, 21, 10, 15))
                .set(Sample.SEEN, Instant.parse("2026-11-21T10:15:00.123456Z"))
                .set(Sample.TOKEN, new UUID(1, 2))
                .set(Sample.DATA, new byte[] {1, 2, 3})
                .set(Sample.STATE, State.CLOSED)
                .set(Sample.SETTINGS, settings)
                .set(Sample.TREE, tree())
                .set(Sample.GONE, null);
    }

    private static JsonNode tree() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return nodes.objectNode()
                .set(
                        "deep",
                        nodes.arrayNode()
                                .add(new BigDecimal("1.10"))
                                .add(nodes.objectNode().put("x", true)));
    }

    private static Node node(long id) {
        return new Node().set(Node.ID, id);
    }

    enum State {
        OPEN,
        CLOSED;

        @Override
        public String toString() {
            return "the state " + name();
        }
    }

    record Size(int width, int height) {}

    /** Has a column of every type. */
    static final class Sample extends Model<Sample> {
        static final Table<Sample> SAMPLES = Table.of("samples", Sample::new);
        static final Column<Sample, Long> ID = SAMPLES.id();
        static final Column<Sample, String> TITLE = SAMPLES.string("title").fillable();
        static final Column<Sample, String> SECRET = SAMPLES.string("secret").hidden();
        static final Column<Sample, Short> RANK = SAMPLES.smallInteger("rank");
        static final Column<Sample, BigDecimal> PRICE = SAMPLES.decimal("price");
        static final Column<Sample, Double> RATIO = SAMPLES.doublePrecision("ratio");
        static final Column<Sample, Boolean> OPEN = SAMPLES.bool("open");
        static final Column<Sample, LocalDate> DAY = SAMPLES.date("day");
        static final Column<Sample, LocalTime> AT = SAMPLES.time("at");
        static final Column<Sample, LocalDateTime> LOCAL = SAMPLES.dateTime("local");
        static final Column<Sample, Instant> SEEN = SAMPLES.timestamp("seen");
        static final Column<Sample, UUID> TOKEN = SAMPLES.uuid("token");
        static final Column<Sample, byte[]> DATA = SAMPLES.binary("data");
        static final Column<Sample, State> STATE = SAMPLES.enumeration("state", State.class);

        @SuppressWarnings("rawtypes") // a class literal has no type arguments
        static final Column<Sample, Map> SETTINGS = SAMPLES.json("settings", Map.class);

        static final Column<Sample, JsonNode> TREE = SAMPLES.json("tree", JsonNode.class);
        static final Column<Sample, String> GONE = SAMPLES.string("gone").nullable();
        static final Accessor<Sample, String> LABEL = SAMPLES.appended("label", sample -> "#" + sample.get(ID));
        static final Accessor<Sample, String> SHOUT =
                SAMPLES.accessor("shout", sample -> sample.get(TITLE).toUpperCase(java.util.Locale.ROOT));
        static final Accessor<Sample, Object> ANYTHING = SAMPLES.accessor("anything", sample -> sample.anything);

        @Nullable Object anything;

        boolean admin;

        Sample() {
            super(SAMPLES);
        }

        /** What beans have, and must not open the model. */
        public void setAdmin(boolean admin) {
            this.admin = admin;
        }
    }

    /** Points at its own kind. */
    static final class Node extends Model<Node> {
        static final Table<Node> NODES = Table.of("nodes", Node::new);
        static final Column<Node, Long> ID = NODES.id();
        static final Column<Node, Long> PARENT_ID = NODES.foreignId("parent_id").nullable();
        static final Column<Node, String> SECRET = NODES.string("secret").hidden();
        static final BelongsTo<Node, Node> PARENT = NODES.belongsTo("parent", PARENT_ID, () -> Node.NODES);
        static final HasMany<Node, Node> CHILDREN = NODES.hasMany("children", () -> Node.PARENT_ID);
        static final Accessor<Node, Node> OTHER = NODES.accessor("other", node -> node.other);

        @Nullable Node other;

        Node() {
            super(NODES);
        }
    }

    /** Is for JavaScript. */
    static final class Camel extends Model<Camel> {
        static final Table<Camel> CAMELS = Table.of("camels", Camel::new).camelCaseJson();
        static final Column<Camel, Long> ID = CAMELS.id();
        static final Column<Camel, String> FIRST_NAME = CAMELS.string("first_name");
        static final Column<Camel, Long> FRIEND_ID = CAMELS.foreignId("friend_id");

        @SuppressWarnings("rawtypes") // a class literal has no type arguments
        static final Column<Camel, Map> PREFS = CAMELS.json("prefs", Map.class);

        static final BelongsTo<Camel, Camel> BEST_FRIEND =
                CAMELS.belongsTo("best_friend", FRIEND_ID, () -> Camel.CAMELS);
        static final Accessor<Camel, String> FULL_NAME =
                CAMELS.appended("full_name", camel -> camel.get(FIRST_NAME) + "!");

        Camel() {
            super(CAMELS);
        }
    }

    /** Has a column of a cast that knows JSON. */
    static final class Priced extends Model<Priced> {
        static final Table<Priced> PRICED = Table.of("priced", Priced::new);
        static final Column<Priced, Long> FEE = PRICED.column("fee", new Cents());

        Priced() {
            super(PRICED);
        }
    }

    private static final class Cents implements Cast<Long, Long> {
        @Override
        public Stored<Long> stored() {
            return Stored.BIGINT;
        }

        @Override
        public Class<?> javaType() {
            return Long.class;
        }

        @Override
        public Long get(Long stored) {
            return stored;
        }

        @Override
        public Long set(Long value) {
            return value;
        }

        @Override
        public Object json(Long value) {
            return BigDecimal.valueOf(value, 2) + " EUR";
        }
    }
}
