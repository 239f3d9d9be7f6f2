package dev.ilana.examples.realworld.security;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads {@code Authorization: Token …}. */
@Component
final class CurrentUserResolver implements HandlerMethodArgumentResolver {

    private static final String SCHEME = "Token ";

    private final Tokens tokens;

    CurrentUserResolver(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CurrentUser.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return parameter.isOptional() ? Mono.empty() : unauthorized("a token is required");
        }
        return Mono.justOrEmpty(header)
                .filter(value -> value.startsWith(SCHEME))
                .flatMap(value -> Mono.justOrEmpty(tokens.read(value.substring(SCHEME.length()))))
                .cast(Object.class)
                .switchIfEmpty(unauthorized("the token is not valid"));
    }

    private static Mono<Object> unauthorized(String why) {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED, why));
    }
}
