package org.vigie.monitor.security;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.platform.Secrets;
import org.vigie.monitor.platform.Sha256;
import org.vigie.monitor.platform.VigieSettings;

/// Sees to it at each start that the token files and, if wanted, the demo accounts exist.
///
/// A token file that was deleted is drawn anew, and the old token is refused from then on.
@Singleton
class FirstStart {

    private static final String DEMO_PASSWORD = "vigie-demo";

    private record Demo(String username, String displayName, List<String> roles) {}

    private static final List<Demo> DEMO_ACCOUNTS = List.of(
            new Demo("clinician", "Dr Claire Clinician", List.of(Roles.FLAGGER)),
            new Demo("reader", "Dr Remy Reader", List.of(Roles.FLAGGER, Roles.READER)),
            new Demo("engineer", "Eve Engineer", List.of(Roles.ML_ENGINEER)),
            new Demo("quality", "Quentin Quality", List.of(Roles.QUALITY)),
            new Demo("dpo", "Diane Privacy", List.of(Roles.DPO)),
            new Demo("admin", "Ada Admin", List.of(Roles.ADMIN)));

    private final AccountRepository accounts;
    private final ApiTokenRepository tokens;
    private final Secrets secrets;
    private final VigieSettings settings;
    private final Ids ids;
    private final Clock clock;

    FirstStart(
            AccountRepository accounts,
            ApiTokenRepository tokens,
            Secrets secrets,
            VigieSettings settings,
            Ids ids,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.secrets = secrets;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    void prepare(StartupEvent started) throws IOException {
        token("admin", List.of(Roles.ADMIN));
        token("runner", List.of(Roles.RUNNER));
        if (settings.demoAccounts()) {
            DEMO_ACCOUNTS.parallelStream()
                    .filter(demo -> !accounts.existsByUsername(demo.username()))
                    .forEach(demo -> accounts.save(new Account(
                            demo.username(),
                            demo.displayName(),
                            PasswordHash.of(DEMO_PASSWORD),
                            demo.roles(),
                            clock.instant(),
                            null)));
        }
    }

    private void token(String name, List<String> roles) throws IOException {
        String hash = Sha256.of(secrets.text(name + ".token"));
        if (!tokens.existsByTokenSha256(hash)) {
            tokens.save(new ApiToken(ids.next(), name + "-token", hash, roles, clock.instant(), null));
        }
        tokens.revokeOthers(name + "-token", hash, clock.instant());
    }
}
