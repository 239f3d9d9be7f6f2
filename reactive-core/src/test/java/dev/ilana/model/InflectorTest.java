package dev.ilana.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectorTest {

    @ParameterizedTest
    @CsvSource({
        "users, user", "posts, post", "comments, comment", "roles, role", "tags, tag",
        "orders, order", "products, product", "invoices, invoice", "payments, payment", "images, image",
        "videos, video", "photos, photo", "files, file", "pages, page", "places, place",
        "messages, message", "employees, employee", "keys, key", "days, day", "toys, toy",
        "categories, category", "companies, company", "cities, city", "countries, country", "histories, history",
        "entries, entry", "queries, query", "replies, reply", "activities, activity", "deliveries, delivery",
        "addresses, address", "classes, class", "processes, process", "businesses, business", "boxes, box",
        "taxes, tax", "branches, branch", "batches, batch", "matches, match", "watches, watch",
        "dishes, dish", "wishes, wish", "statuses, status", "buses, bus", "campuses, campus",
        "people, person", "children, child", "men, man", "women, woman", "mice, mouse",
        "feet, foot", "teeth, tooth", "movies, movie", "news, news", "series, series",
        "databases, database", "courses, course", "licenses, license", "purchases, purchase", "responses, response",
        "ties, tie", "sheep, sheep", "equipment, equipment", "status, status", "address, address"
    })
    void thePluralsOfTablesHaveTheirSingulars(String plural, String singular) {
        assertThat(Inflector.singular(plural)).isEqualTo(singular);
    }

    @ParameterizedTest
    @CsvSource({
        "houses, house",
        "warehouses, warehouse",
        "causes, cause",
        "clauses, clause",
        "pauses, pause",
        "spouses, spouse",
        "sizes, size",
        "prizes, prize",
        "quizzes, quiz",
        "caches, cache",
        "niches, niche",
        "cookies, cookie",
        "calories, calorie",
        "species, species",
        "heroes, hero",
        "potatoes, potato",
        "wolves, wolf",
        "shelves, shelf",
        "knives, knife",
        "indices, index",
        "matrices, matrix",
        "vertices, vertex",
        "analyses, analysis",
        "crises, crisis",
        "lens, lens",
        "aliases, alias",
        "canvases, canvas",
        "gases, gas",
        "atlas, atlas",
        "geese, goose",
        "analytics, analytics"
    })
    void thePluralsThatFollowNoSmallRuleHaveTheirSingularsToo(String plural, String singular) {
        assertThat(Inflector.singular(plural)).isEqualTo(singular);
    }

    @ParameterizedTest
    @CsvSource({
        "blog_posts, blog_post",
        "order_items, order_item",
        "product_categories, product_category",
        "sales_people, sales_person",
        "news_items, news_item",
        "user_addresses, user_address"
    })
    void onlyTheLastWordOfANameIsMadeSingular(String plural, String singular) {
        assertThat(Inflector.singular(plural)).isEqualTo(singular);
    }

    @Test
    void theKeyElsewhereIsNamedAfterTheSingular() {
        assertThat(Shop.User.USERS.foreignKeyName(Shop.User.USERS.key())).isEqualTo("user_id");
        assertThat(Shop.Tag.TAGS.foreignKeyName(Shop.Tag.TAGS.key())).isEqualTo("tag_id");
    }

    @ParameterizedTest
    @CsvSource({"User, user", "BlogPost, blog_post", "HTTPRequest, http_request", "Oauth2Token, oauth2_token"})
    void aClassHasANameInSnakeCase(String className, String snake) {
        assertThat(Inflector.snake(className)).isEqualTo(snake);
    }
}
