package dev.ilana.testkit.docs;

/** Spring's and Jakarta's annotations of the same names, so that the README's code for them compiles without Spring. */
final class SpringStandIns {

    private SpringStandIns() {}

    @interface Configuration {}

    @interface Value {
        String value();
    }

    @interface Bean {
        String destroyMethod();
    }

    @interface PreDestroy {}

    @interface RestController {}

    @interface GetMapping {
        String value();
    }

    @interface PathVariable {}
}
