package org.vigie.monitor.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.vigie.monitor.platform.Secrets;
import org.vigie.monitor.platform.VigieSettings;

/// The signed token in the session cookie. It says who signed in and until when; what that person
/// may do is read from the account at each request, so that a role taken away is gone at once.
@Singleton
final class SessionTokens {

    private static final String ISSUER = "vigie";
    private static final String KEY_FILE = "session.key";

    private final byte[] key;
    private final Clock clock;
    private final VigieSettings settings;

    SessionTokens(Secrets secrets, Clock clock, VigieSettings settings) throws IOException {
        this.key = secrets.key(KEY_FILE);
        this.clock = clock;
        this.settings = settings;
    }

    String issue(String username) {
        Instant now = clock.instant();
        var jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(username)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(settings.sessionTime())))
                        .build());
        try {
            jwt.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A key of 32 bytes signs HS256", e);
        }
        return jwt.serialize();
    }

    /// @return the person's name, empty if the token is not ours, is altered or is over
    Optional<String> username(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(new MACVerifier(key))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            boolean current = claims.getExpirationTime() != null
                    && claims.getExpirationTime().toInstant().isAfter(clock.instant());
            return current && ISSUER.equals(claims.getIssuer())
                    ? Optional.ofNullable(claims.getSubject())
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}
