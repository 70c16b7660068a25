package org.vigie.dicom.deidentify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret that turns identifiers into pseudonyms, with HMAC-SHA-256 (RFC 2104).
///
/// Who has the key can tell whether a pseudonym belongs to an identifier he already knows; without it nobody can.
/// A new key makes all pseudonyms new.
public final class PseudonymKey {

    /// Fewest bytes of a key, the output length of its hash function.
    public static final int LEAST_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private PseudonymKey(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "pseudonym key has " + secret.length + " bytes, at least " + LEAST_BYTES + " are needed");
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /// A key of these bytes, which should come from a source of secure random numbers.
    ///
    /// @throws IllegalArgumentException if there are fewer than 32
    public static PseudonymKey of(byte[] secret) {
        return new PseudonymKey(secret);
    }

    /// The bytes of a file, as they are.
    ///
    /// @throws IllegalArgumentException if there are fewer than 32
    public static PseudonymKey read(Path file) throws IOException {
        return new PseudonymKey(Files.readAllBytes(file));
    }

    /// 32 bytes for a value; the same value in another domain has others.
    byte[] hash(String domain, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(domain.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "PseudonymKey";
    }
}
