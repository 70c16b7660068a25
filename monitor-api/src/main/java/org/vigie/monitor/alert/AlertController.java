package org.vigie.monitor.alert;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.problem.InvalidParameter;
import org.vigie.monitor.security.Roles;

@Controller("/api/v1/alerts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
class AlertController {

    private final Alerts alerts;

    AlertController(Alerts alerts) {
        this.alerts = alerts;
    }

    @Serdeable
    record Answer(@Nullable @Size(max = 2000) String comment) {}

    /// The newest 500.
    @Get
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    Page<AlertView> list(@Nullable @QueryValue String model, @Nullable @QueryValue String state) {
        if (state != null
                && Arrays.stream(AlertRow.State.values())
                        .noneMatch(known -> known.name().equals(state))) {
            throw new InvalidParameter("state", "must be OPEN, ACKNOWLEDGED or CLOSED");
        }
        return Page.all(alerts.list(model, state));
    }

    @Get("/{id}")
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    AlertView show(UUID id) {
        return alerts.require(id);
    }

    @Post("/{id}/acknowledge")
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    AlertView acknowledge(UUID id, @Body @Valid Answer answer, Authentication who) {
        return alerts.acknowledge(id, answer.comment(), who.getName());
    }

    @Post("/{id}/close")
    @Secured({Roles.QUALITY, Roles.ADMIN})
    AlertView close(UUID id, @Body @Valid Answer answer, Authentication who) {
        return alerts.close(id, answer.comment(), who.getName());
    }
}
