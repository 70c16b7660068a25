package org.vigie.monitor.policy;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.security.Roles;

@Controller("/api/v1/models/{model}/policies")
@ExecuteOn(TaskExecutors.BLOCKING)
class PolicyController {

    private final Policies policies;

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    /// Applies a policy: the next version, or 200 and nothing new when it is the newest one word for word.
    @Post
    @Consumes({"application/yaml", "application/x-yaml", "text/yaml"})
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    HttpResponse<PolicyView> apply(String model, @Body String yaml, Authentication who) {
        Policies.Outcome outcome = policies.apply(model, yaml, who.getName());
        return HttpResponse.<PolicyView>status(outcome.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(PolicyView.of(outcome.row()));
    }

    @Get
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    Page<PolicyView> list(String model) {
        return Page.all(policies.all(model).stream().map(PolicyView::of).toList());
    }

    @Get("/latest")
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    PolicyView latest(String model) {
        return PolicyView.of(policies.newest(model));
    }
}
