package org.vigie.monitor.audit;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.problem.InvalidParameter;
import org.vigie.monitor.security.Roles;

@Controller("/api/v1/access-log")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.DPO, Roles.ADMIN})
class AccessLogController {

    private final AccessLogReader reader;

    AccessLogController(AccessLogReader reader) {
        this.reader = reader;
    }

    /// Newest first.
    @Get
    Page<AccessLogReader.Line> list(
            @QueryValue(defaultValue = "100") @Min(1) @Max(1000) int limit, @Nullable @QueryValue String cursor) {
        List<AccessLogReader.Line> lines = reader.before(position(cursor), limit + 1);
        if (lines.size() <= limit) {
            return Page.all(lines);
        }
        List<AccessLogReader.Line> shown = lines.subList(0, limit);
        return new Page<>(shown, Long.toString(shown.getLast().position()));
    }

    /// Whether an entry was changed, removed or put in between.
    @Get("/verification")
    AccessLogReader.Verification verify() {
        return reader.verify();
    }

    private static long position(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidParameter("cursor", "is not one that a list answered with");
        }
    }
}
