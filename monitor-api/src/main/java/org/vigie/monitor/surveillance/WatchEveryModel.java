package org.vigie.monitor.surveillance;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.monitor.caseload.IsoWeek;
import org.vigie.monitor.model.Model;
import org.vigie.monitor.model.Models;
import org.vigie.monitor.policy.Policies;
import org.vigie.monitor.problem.ProblemException;
import org.vigie.monitor.site.Sites;

/// Watches the week before for every model that has a policy. One model's trouble does not keep the others from being
/// watched.
@Singleton
class WatchEveryModel {

    private static final Logger LOG = LoggerFactory.getLogger(WatchEveryModel.class);

    private final RunSurveillance runSurveillance;
    private final Models models;
    private final Policies policies;
    private final Sites sites;

    WatchEveryModel(RunSurveillance runSurveillance, Models models, Policies policies, Sites sites) {
        this.runSurveillance = runSurveillance;
        this.models = models;
        this.policies = policies;
        this.sites = sites;
    }

    /// @param now the week that ended before it is watched
    void weekBefore(Instant now) {
        IsoWeek week = IsoWeek.of(now, sites.commonZone()).plus(-1);
        for (Model model : models.all()) {
            if (policies.inForce(model.name()).isPresent()) {
                watch(model.name(), week);
            }
        }
    }

    private void watch(String model, IsoWeek week) {
        try {
            boolean created = runSurveillance.run(model, week, null, "schedule").created();
            LOG.info("Surveillance of {} in week {}: {}", model, week, created ? "done" : "was done already");
        } catch (ProblemException e) {
            LOG.warn("Surveillance of {} in week {} was not possible: {}", model, week, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Surveillance of {} in week {} failed", model, week, e);
        }
    }
}
