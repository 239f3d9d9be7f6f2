package dev.ilana.testkit.database;

import java.util.List;
import java.util.Map;

/**
 * How to run a server in Docker.
 *
 * @param image the image with its tag
 * @param environment what the image's entry point needs to set the account up
 * @param command the server's flags
 * @param userInfo the account that may create databases, {@code user:password}
 */
record ContainerRecipe(String image, Map<String, String> environment, List<String> command, String userInfo) {}
