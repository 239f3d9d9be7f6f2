package dev.ilana.testkit.contract;

import dev.ilana.testkit.contract.blog.Blog;
import dev.ilana.testkit.database.Runner;
import org.junit.jupiter.api.BeforeEach;

/** A contract whose tests each start with the blog's tables, empty. */
interface BlogContract {

    @BeforeEach
    default void emptyBlog(Runner run) {
        run.value(Blog.empty());
        run.forgetStatements();
    }
}
