package org.vigie.monitor.platform;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/// Settings of the service, `vigie.*`. A bad value stops the start.
///
/// @param dataDir holds the image store, the model packages and the secrets
/// @param defaultZone zone of weeks that span all sites while there is no site
/// @param demoAccounts whether the accounts with the published password exist; never in production
/// @param maxUploadBytes largest body taken; a longer one is refused as soon as that is known
/// @param leaseTime how long a runner keeps its cases without saying that it is alive
/// @param sessionTime how long a person stays signed in
/// @param secureCookie whether the session cookie travels over TLS only; true wherever there is TLS
@Context // created at start, so a bad value stops the service there and not at the first request
@ConfigurationProperties("vigie")
public record VigieSettings(
        @Bindable(defaultValue = "data") Path dataDir,
        @Bindable(defaultValue = "Europe/Paris") ZoneId defaultZone,
        @Bindable(defaultValue = "false") boolean demoAccounts,

        @Bindable(defaultValue = "536870912") @Min(1_024) @Max(2_147_483_647)
        long maxUploadBytes,

        @Bindable(defaultValue = "60s") Duration leaseTime,
        @Bindable(defaultValue = "10h") Duration sessionTime,
        @Bindable(defaultValue = "false") boolean secureCookie) {}
