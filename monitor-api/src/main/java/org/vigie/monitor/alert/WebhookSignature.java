package org.vigie.monitor.alert;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proves to the receiver of a webhook that it comes from this service and is fresh.
///
/// The header is `Vigie-Signature: t=<seconds since 1970>,v1=<hex>`, the signature HMAC-SHA-256 of the seconds, a
/// full stop and the body, with the key in `<data>/secrets/webhook.key` (32 bytes, written there in base64).
final class WebhookSignature {

    static final String HEADER = "Vigie-Signature";

    private WebhookSignature() {}

    static String of(byte[] key, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            long seconds = at.getEpochSecond();
            byte[] signature = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=%d,v1=%s".formatted(seconds, HexFormat.of().formatHex(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
