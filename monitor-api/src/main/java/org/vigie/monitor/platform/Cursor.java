package org.vigie.monitor.platform;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.problem.InvalidParameter;

/// Where a page ended: the moment and the id of its last row. Opaque to callers.
public record Cursor(Instant at, UUID id) {

    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + id).getBytes(StandardCharsets.US_ASCII));
    }

    /// @return null for the first page
    /// @throws InvalidParameter if the text is no cursor of ours
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int space = decoded.indexOf(' ');
            return new Cursor(
                    Instant.parse(decoded.substring(0, space)), UUID.fromString(decoded.substring(space + 1)));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new InvalidParameter("cursor", "is not one that a list answered with");
        }
    }
}
