package dev.ilana.examples.realworld;

class ApiOnPostgreSqlTest extends OnPostgreSql implements UserApi, ProfileApi, ArticleApi, ArticleListApi, CommentApi {}
