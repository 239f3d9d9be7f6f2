package dev.ilana.examples.realworld.security;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Lets controllers take a {@link CurrentUser}. */
@Configuration
class SecurityConfiguration implements WebFluxConfigurer {

    private final CurrentUserResolver currentUser;

    SecurityConfiguration(CurrentUserResolver currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(currentUser);
    }
}
