package org.vigie.monitor.policy;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads a policy from YAML, strictly: unknown, missing and repeated keys are errors, and each error tells its line.
public final class PolicyYaml {

    private static final int LONGEST = 64 * 1024;
    private static final Pattern KEYWORD = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final Pattern STATISTIC =
            Pattern.compile("mean|standardDeviation|entropy|sharpness|noise|clippedShare|p\\d{2}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");
    private static final double OPEN = 1e-9;

    private final List<PolicyError> errors = new ArrayList<>();

    private PolicyYaml() {}

    /// @throws InvalidPolicyException with every error found
    public static Policy read(String yaml) throws InvalidPolicyException {
        return new PolicyYaml().policy(yaml);
    }

    private Policy policy(String yaml) throws InvalidPolicyException {
        if (yaml.length() > LONGEST) {
            throw refused(new PolicyError(1, "", "longer than %d characters".formatted(LONGEST)));
        }
        if (!(document(yaml) instanceof MappingNode root)) {
            throw refused(new PolicyError(1, "", "a policy is a mapping that begins with 'model: …'"));
        }
        var top = new YamlMapping(root, "", errors);
        Optional<String> model = top.text("model");
        Optional<String> owner = top.text("owner");
        Optional<String> reason = top.text("reason");
        Optional<Policy.Reference> reference = top.mapping("reference").flatMap(this::reference);
        Optional<Policy.Performance> performance = top.mapping("performance").flatMap(this::performance);
        Optional<Policy.Drift> drift = top.mapping("drift").flatMap(this::drift);
        OptionalDouble budget = top.number("false-alarms-per-year", OPEN, 51.999, "above 0 and below 52");
        Optional<Policy.Alerts> alerts = top.has("alerts")
                ? top.mapping("alerts").flatMap(this::alerts)
                : Optional.of(new Policy.Alerts(null, List.of()));
        top.refuseOthers();
        if (!errors.isEmpty()) {
            errors.sort(Comparator.comparingInt(PolicyError::line));
            throw new InvalidPolicyException(errors);
        }
        return new Policy(
                model.orElseThrow(),
                owner.orElseThrow(),
                reason.orElseThrow(),
                reference.orElseThrow(),
                performance.orElseThrow(),
                drift.orElseThrow(),
                budget.orElseThrow(),
                alerts.orElseThrow());
    }

    private static @Nullable Node document(String yaml) throws InvalidPolicyException {
        var settings = LoadSettings.builder()
                .setLabel("policy")
                .setAllowDuplicateKeys(true) // reported with the other errors, by line
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            var documents = new Compose(settings).composeAllFromString(yaml).iterator();
            Node first = documents.hasNext() ? documents.next() : null;
            if (documents.hasNext()) {
                throw refused(
                        new PolicyError(YamlMapping.line(documents.next()), "", "a second document; one is allowed"));
            }
            return first;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw refused(new PolicyError(line, "", "not YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            throw refused(new PolicyError(1, "", "not YAML: " + e.getMessage()));
        }
    }

    private Optional<Policy.Reference> reference(YamlMapping yaml) {
        Optional<LocalDate> from = date(yaml, "from");
        Optional<LocalDate> to = date(yaml, "to");
        yaml.refuseOthers();
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!from.get().isBefore(to.get())) {
            yaml.refuse("to", "'to' %s must be after 'from' %s".formatted(to.get(), from.get()));
            return Optional.empty();
        }
        return Optional.of(new Policy.Reference(from.get(), to.get()));
    }

    private Optional<Policy.Performance> performance(YamlMapping yaml) {
        Optional<Integer> weeks = yaml.integer("window-weeks", 1, 104);
        OptionalDouble confidence = yaml.number("confidence", 0.5, 1 - OPEN, "from 0.5 to below 1");
        OptionalDouble prevalence = fraction(yaml, "prevalence");
        Optional<Policy.Thresholds> thresholds = yaml.mapping("thresholds").flatMap(this::thresholds);
        yaml.refuseOthers();
        return weeks.isPresent() && confidence.isPresent() && prevalence.isPresent() && thresholds.isPresent()
                ? Optional.of(new Policy.Performance(
                        weeks.get(), confidence.getAsDouble(), prevalence.getAsDouble(), thresholds.get()))
                : Optional.empty();
    }

    private Optional<Policy.Thresholds> thresholds(YamlMapping yaml) {
        OptionalDouble sensitivity = fraction(yaml, "sensitivity");
        OptionalDouble specificity = fraction(yaml, "specificity");
        yaml.refuseOthers();
        return sensitivity.isPresent() && specificity.isPresent()
                ? Optional.of(new Policy.Thresholds(sensitivity.getAsDouble(), specificity.getAsDouble()))
                : Optional.empty();
    }

    private Optional<Policy.Drift> drift(YamlMapping yaml) {
        Optional<List<String>> attributes = yaml.words(
                "attributes", KEYWORD.asMatchPredicate(), "a DICOM keyword in camel case, such as softwareVersions");
        Optional<List<String>> statistics = yaml.words(
                "statistics",
                STATISTIC.asMatchPredicate(),
                "one of mean, standardDeviation, noise, sharpness, entropy, clippedShare, p01 to p99");
        Optional<Boolean> scores = yaml.truth("scores");
        Optional<Boolean> features = yaml.truth("features");
        Optional<String> groupBy = yaml.text("group-by");
        Optional<Integer> minimum = yaml.integer("minimum-cases", 5, 10_000);
        if (groupBy.isPresent() && !KEYWORD.matcher(groupBy.get()).matches()) {
            yaml.refuse("group-by", "'%s' is not a DICOM keyword in camel case".formatted(groupBy.get()));
        }
        yaml.refuseOthers();
        if (attributes.isEmpty()
                || statistics.isEmpty()
                || scores.isEmpty()
                || features.isEmpty()
                || groupBy.isEmpty()
                || minimum.isEmpty()) {
            return Optional.empty();
        }
        var drift = new Policy.Drift(
                attributes.get(), statistics.get(), scores.get(), features.get(), groupBy.get(), minimum.get());
        if (drift.streams() == 0) {
            yaml.refuse(
                    "scores",
                    "nothing is watched: name an attribute or a statistic, or set scores or features to true");
        }
        return Optional.of(drift);
    }

    private Optional<Policy.Alerts> alerts(YamlMapping yaml) {
        URI webhook = null;
        if (yaml.has("webhook")) {
            webhook = yaml.text("webhook").flatMap(text -> webhook(yaml, text)).orElse(null);
        }
        List<String> recipients = yaml.has("recipients")
                ? yaml.words("recipients", ADDRESS.asMatchPredicate(), "an e-mail address")
                        .orElse(List.of())
                : List.of();
        yaml.refuseOthers();
        return Optional.of(new Policy.Alerts(webhook, recipients));
    }

    private static Optional<URI> webhook(YamlMapping yaml, String text) {
        try {
            var uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // told below, with every other address that is not one
        }
        yaml.refuse("webhook", "'%s' is not an http or https address without user name or fragment".formatted(text));
        return Optional.empty();
    }

    private static OptionalDouble fraction(YamlMapping yaml, String key) {
        return yaml.number(key, OPEN, 1 - OPEN, "between 0 and 1");
    }

    private static Optional<LocalDate> date(YamlMapping yaml, String key) {
        return yaml.text(key).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                yaml.refuse(key, "'%s' is not a date such as 2026-01-05".formatted(text));
                return Optional.empty();
            }
        });
    }

    private static InvalidPolicyException refused(PolicyError error) {
        return new InvalidPolicyException(List.of(error));
    }
}
