package dev.ilana.examples.realworld.comment;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.ilana.examples.realworld.user.ProfileView;
import java.time.Instant;
import java.util.List;

/** A comment as its reader sees it. */
record CommentView(
        long id,

        @JsonFormat(pattern = CommentView.TIME, timezone = "UTC")
        Instant createdAt,

        @JsonFormat(pattern = CommentView.TIME, timezone = "UTC")
        Instant updatedAt,

        String body,
        ProfileView author) {

    private static final String TIME = "yyyy-MM-dd'T'HH:mm:ss.SSSX";

    /** The body of an answer. */
    record Body(CommentView comment) {}

    /** All of an article. */
    record All(List<CommentView> comments) {}

    /** Of a comment whose author was read as the viewer sees them. */
    static CommentView of(Comment comment) {
        return new CommentView(
                comment.id(),
                comment.get(Comment.CREATED_AT),
                comment.get(Comment.UPDATED_AT),
                comment.get(Comment.BODY),
                ProfileView.of(comment.get(Comment.AUTHOR)));
    }
}
