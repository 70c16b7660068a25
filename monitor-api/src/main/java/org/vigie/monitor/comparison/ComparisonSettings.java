package org.vigie.monitor.comparison;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/// @param margin largest loss of sensitivity or specificity that still counts as non-inferior; fixed here, before any
///     comparison
@Context // created at start, so a bad value stops the service there
@ConfigurationProperties("vigie.comparison")
public record ComparisonSettings(
        @Bindable(defaultValue = "0.05") @DecimalMin("0.001") @DecimalMax("0.5")
        double margin) {}
