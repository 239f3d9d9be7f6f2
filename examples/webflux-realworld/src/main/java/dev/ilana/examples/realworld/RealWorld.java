package dev.ilana.examples.realworld;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service. It listens at port 8080, on H2 in its own memory unless {@code ilana.url} says another. */
@SpringBootApplication
public class RealWorld {

    public static void main(String[] args) {
        SpringApplication.run(RealWorld.class, args);
    }
}
