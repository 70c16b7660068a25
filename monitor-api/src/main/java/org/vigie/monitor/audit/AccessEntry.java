package org.vigie.monitor.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vigie.monitor.platform.Sha256;

/// What is written down of one request.
///
/// @param actor account or token name; `-` for somebody who did not sign in
/// @param action method and route, such as `GET /api/v1/studies/{id}`: never the values in it
/// @param subjects our own ids of what was seen or changed
record AccessEntry(Instant at, String actor, String action, int status, List<UUID> subjects) {

    /// Hash of the first entry's missing predecessor.
    static final String BEGINNING = "0".repeat(64);

    AccessEntry {
        subjects = List.copyOf(subjects);
    }

    /// SHA-256 over the predecessor's hash and every field, one to a line.
    String hash(long position, String previousHash) {
        return Sha256.of(String.join(
                "\n",
                previousHash,
                Long.toString(position),
                at.toString(),
                actor,
                action,
                Integer.toString(status),
                subjects.stream().map(UUID::toString).collect(Collectors.joining(" "))));
    }
}
