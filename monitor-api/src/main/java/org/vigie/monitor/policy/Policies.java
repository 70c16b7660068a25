package org.vigie.monitor.policy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.monitor.model.Models;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.platform.Sha256;

/// The policies in force.
@Singleton
public class Policies {

    private final PolicyRepository policies;
    private final Models models;
    private final Ids ids;
    private final Clock clock;
    private final JdbcOperations jdbc;

    Policies(PolicyRepository policies, Models models, Ids ids, Clock clock, JdbcOperations jdbc) {
        this.policies = policies;
        this.models = models;
        this.ids = ids;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /// A policy with its place in the row of versions.
    public record Applied(UUID id, int version, Policy policy) {}

    /// The newest version.
    public Optional<Applied> inForce(String model) {
        return policies.findFirstByModelOrderByVersionDesc(model).map(Policies::applied);
    }

    /// A version that was applied once.
    public Applied of(UUID id) {
        return policies.findById(id)
                .map(Policies::applied)
                .orElseThrow(() -> new IllegalStateException("policy " + id + " is gone"));
    }

    /// @throws NoPolicy if the model has none
    public Applied require(String model) {
        return inForce(model).orElseThrow(() -> new NoPolicy(model));
    }

    /// Adds the next version; the same text as the newest one adds nothing.
    ///
    /// @throws InvalidPolicy if the text is not a policy, or one for another model
    @Transactional
    Outcome apply(String model, String yaml, String actor) {
        models.require(model);
        Policy policy = read(model, yaml);
        lock(model);
        Optional<PolicyRow> newest = policies.findFirstByModelOrderByVersionDesc(model);
        String sha256 = Sha256.of(yaml);
        if (newest.isPresent() && newest.get().sha256().equals(sha256)) {
            return new Outcome(newest.get(), false);
        }
        int version = newest.map(PolicyRow::version).orElse(0) + 1;
        return new Outcome(
                policies.save(new PolicyRow(
                        ids.next(),
                        model,
                        version,
                        policy.owner(),
                        policy.reason(),
                        yaml,
                        sha256,
                        clock.instant(),
                        actor)),
                true);
    }

    /// @param created false: it was the newest one already
    record Outcome(PolicyRow row, boolean created) {}

    /// The newest version as the API tells it.
    public Optional<PolicyView> latest(String model) {
        return policies.findFirstByModelOrderByVersionDesc(model).map(PolicyView::of);
    }

    List<PolicyRow> all(String model) {
        models.require(model);
        return policies.findByModelOrderByVersionDesc(model);
    }

    PolicyRow newest(String model) {
        models.require(model);
        return policies.findFirstByModelOrderByVersionDesc(model).orElseThrow(() -> new NoPolicy(model));
    }

    private static Policy read(String model, String yaml) {
        try {
            Policy policy = PolicyYaml.read(yaml);
            if (!policy.model().equals(model)) {
                throw new InvalidPolicy(List.of(new PolicyError(
                        1, "/model", "the policy is for '%s', the request for '%s'".formatted(policy.model(), model))));
            }
            return policy;
        } catch (InvalidPolicyException e) {
            throw new InvalidPolicy(e.errors());
        }
    }

    /// Two people who apply at once get two versions, one after the other.
    private void lock(String model) {
        jdbc.prepareStatement("select name from model where name = ? for update", statement -> {
            statement.setString(1, model);
            return statement.execute();
        });
    }

    static Policy parsed(PolicyRow row) {
        try {
            return PolicyYaml.read(row.yaml());
        } catch (InvalidPolicyException e) {
            throw new IllegalStateException(
                    "policy %d of %s cannot be read any more".formatted(row.version(), row.model()), e);
        }
    }

    private static Applied applied(PolicyRow row) {
        return new Applied(row.id(), row.version(), parsed(row));
    }
}
