package org.vigie.monitor.surveillance;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// @param enabled whether this node takes scheduled work; another node may
/// @param pollingInterval how often it looks for work that is due
@Context // created at start, so a bad value stops the service there
@ConfigurationProperties("vigie.schedule")
record ScheduleSettings(
        @Bindable(defaultValue = "true") boolean enabled,
        @Bindable(defaultValue = "5s") Duration pollingInterval) {}
