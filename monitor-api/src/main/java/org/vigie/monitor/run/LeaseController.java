package org.vigie.monitor.run;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.UUID;
import org.vigie.monitor.audit.Subjects;
import org.vigie.monitor.security.Roles;

/// Work for runners.
@Controller("/api/v1/runs/leases")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Roles.RUNNER)
class LeaseController {

    private final Leases leases;
    private final StoreResults storeResults;

    LeaseController(Leases leases, StoreResults storeResults) {
        this.leases = leases;
        this.storeResults = storeResults;
    }

    /// Cases to score, or 204 when there is nothing to do.
    @Post
    HttpResponse<LeaseMessages.Lease> take(@Body @Valid LeaseMessages.LeaseRequest request) {
        return leases.take(request)
                .map(lease -> {
                    Subjects.touched(lease.leaseId());
                    return HttpResponse.ok(lease);
                })
                .orElseGet(HttpResponse::noContent);
    }

    /// Says that the runner is alive.
    @Put("/{leaseId}")
    LeaseMessages.Renewal renew(UUID leaseId) {
        return new LeaseMessages.Renewal(leases.renew(leaseId));
    }

    @Post("/{leaseId}/results")
    LeaseMessages.Stored store(UUID leaseId, @Body @Valid LeaseMessages.Results results) {
        return storeResults.store(leaseId, results);
    }
}
