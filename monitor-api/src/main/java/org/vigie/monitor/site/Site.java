package org.vigie.monitor.site;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.ZoneId;

/// A hospital, or a part of one.
///
/// @param zone name of its time zone, such as `Europe/Paris`: its days and weeks begin there
@MappedEntity("site")
public record Site(@Id String code, String name, String zone, Instant createdAt) {

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }
}
