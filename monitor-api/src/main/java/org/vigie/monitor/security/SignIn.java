package org.vigie.monitor.security;

import jakarta.inject.Singleton;
import java.util.Optional;

/// Checks a name and a password.
@Singleton
class SignIn {

    /// Compared with when the name is unknown, so that the answer takes as long as for a known one.
    private static final String NOBODY = PasswordHash.of("no account has this password");

    private final AccountRepository accounts;
    private final SignInThrottle throttle;

    SignIn(AccountRepository accounts, SignInThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    /// @throws BadCredentials if they do not belong together
    /// @throws TooManySignIns after repeated failures, whether they do or not
    Account check(String username, String password) {
        throttle.refuseIfTooMany(username);
        Optional<Account> account = accounts.findByUsernameAndDisabledAtIsNull(username);
        if (!PasswordHash.matches(password, account.map(Account::passwordHash).orElse(NOBODY))) {
            throttle.failed(username);
            throw new BadCredentials();
        }
        throttle.succeeded(username);
        return account.orElseThrow(BadCredentials::new);
    }
}
