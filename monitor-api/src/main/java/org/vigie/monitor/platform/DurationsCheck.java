package org.vigie.monitor.platform;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;
import java.util.List;

/// Stops the start when a duration among the settings is none or not above zero. Left to itself, the framework would
/// take the default in its place.
@Context
final class DurationsCheck {

    private static final List<String> DURATIONS = List.of("vigie.lease-time", "vigie.session-time");

    DurationsCheck(Environment environment) {
        for (String name : DURATIONS) {
            environment.getProperty(name, String.class).ifPresent(text -> {
                boolean sound = environment
                        .getProperty(name, Duration.class)
                        .filter(Duration::isPositive)
                        .isPresent();
                if (!sound) {
                    throw new ConfigurationException(
                            "%s must be a duration such as 60s, not '%s'".formatted(name, text));
                }
            });
        }
    }
}
