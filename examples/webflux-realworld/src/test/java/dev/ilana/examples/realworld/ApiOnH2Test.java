package dev.ilana.examples.realworld;

import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestServers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class ApiOnH2Test extends ServiceTest implements UserApi, ProfileApi, ArticleApi, ArticleListApi, CommentApi {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("ilana.url", TestServers.require(DatabaseKind.H2).createDatabase("realworld")::url);
    }
}
