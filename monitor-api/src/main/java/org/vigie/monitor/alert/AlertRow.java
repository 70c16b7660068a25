package org.vigie.monitor.alert;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// @param subject scanner, metric and site, or study: what the alert is about
/// @param week it was opened for
/// @param severity 1 to 4, 4 is the worst
@MappedEntity("alert")
record AlertRow(
        @Id UUID id,
        String model,
        AlertKind kind,
        String subject,
        String week,
        int severity,
        String titleKey,
        @TypeDef(type = DataType.JSON) Map<String, String> titleArgs,
        Instant openedAt,
        State state) {

    enum State {
        OPEN,
        ACKNOWLEDGED,
        CLOSED
    }

    AlertTitle title() {
        return new AlertTitle(titleKey, titleArgs);
    }
}
