package org.vigie.monitor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyYamlTest {

    static final String GOOD = """
            model: chest-nodule
            owner: Dr Quality, head of radiology quality
            reason: First policy after go-live
            reference: { from: 2026-01-05, to: 2026-03-02 }
            performance:
              window-weeks: 8
              confidence: 0.95
              prevalence: 0.20
              thresholds: { sensitivity: 0.80, specificity: 0.85 }
            drift:
              attributes: [softwareVersions, viewPosition]
              statistics: [mean, noise, p05]
              scores: true
              features: true
              group-by: manufacturerModelName
              minimum-cases: 8
            false-alarms-per-year: 1
            alerts: { webhook: "http://127.0.0.1:9/hook", recipients: [quality@example.org] }
            """;

    @Test
    void readsEveryKey() throws InvalidPolicyException {
        assertThat(PolicyYaml.read(GOOD))
                .isEqualTo(new Policy(
                        "chest-nodule",
                        "Dr Quality, head of radiology quality",
                        "First policy after go-live",
                        new Policy.Reference(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 3, 2)),
                        new Policy.Performance(8, 0.95, 0.20, new Policy.Thresholds(0.80, 0.85)),
                        new Policy.Drift(
                                List.of("softwareVersions", "viewPosition"),
                                List.of("mean", "noise", "p05"),
                                true,
                                true,
                                "manufacturerModelName",
                                8),
                        1,
                        new Policy.Alerts(URI.create("http://127.0.0.1:9/hook"), List.of("quality@example.org"))));
    }

    @Test
    void alertsMayBeLeftOut() throws InvalidPolicyException {
        String yaml = GOOD.lines().filter(line -> !line.startsWith("alerts")).reduce("", (a, b) -> a + b + "\n");

        assertThat(PolicyYaml.read(yaml).alerts()).isEqualTo(new Policy.Alerts(null, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            owner: Dr Quality, head of radiology quality | oner: X                | 2  | /oner | unknown key 'oner'
            window-weeks: 8          | window-weeks: 8.5          | 6  | /performance/window-weeks | 'window-weeks' must be a whole number from 1 to 104
            confidence: 0.95         | confidence: .nan           | 7  | /performance/confidence | 'confidence' must be a number from 0.5 to below 1, not .nan
            prevalence: 0.20         | prevalence: "0.2"          | 8  | /performance/prevalence | 'prevalence' must be a number between 0 and 1, not something else
            sensitivity: 0.80,       | sensitivity: 1.5,          | 9  | /performance/thresholds/sensitivity | 'sensitivity' must be a number between 0 and 1, not 1.5
            p05]                     | p5]                        | 12 | /drift/statistics/2 | 'p5' is not one of mean
            viewPosition]            | softwareVersions]          | 11 | /drift/attributes/1 | 'softwareVersions' stands here twice
            scores: true             | scores: yes                | 13 | /drift/scores | 'scores' must be true or false
            minimum-cases: 8         | minimum-cases: 8\\n  noise: 1 | 17 | /drift/noise | unknown key 'noise'
            to: 2026-03-02           | to: 2025-03-02             | 4  | /reference/to | 'to' 2025-03-02 must be after 'from' 2026-01-05
            to: 2026-03-02           | to: 02/03/2026             | 4  | /reference/to | '02/03/2026' is not a date
            false-alarms-per-year: 1 | false-alarms-per-year: 0   | 17 | /false-alarms-per-year | 'false-alarms-per-year' must be a number above 0
            http://127.0.0.1:9/hook  | file:///etc/passwd         | 18 | /alerts/webhook | 'file:///etc/passwd' is not an http or https address
            """)
    void tellsLineAndReason(String good, String bad, int line, String pointer, String reason) {
        String yaml = GOOD.replace(good, bad.replace("\\n", "\n"));

        List<PolicyError> errors = errors(yaml);

        assertThat(errors).anySatisfy(error -> {
            assertThat(error.line()).isEqualTo(line);
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.detail()).startsWith(reason);
        });
    }

    @Test
    void tellsEveryErrorAtOnceInTheOrderOfTheLines() {
        List<PolicyError> errors =
                errors(GOOD.replace("confidence: 0.95", "confidence: 2").replace("scores: true", "scores: maybe"));

        assertThat(errors).extracting(PolicyError::line).containsExactly(7, 13);
    }

    @Test
    void aKeyThatStandsTwiceIsAnError() {
        assertThat(errors("owner: A\n" + GOOD)).contains(new PolicyError(3, "/owner", "'owner' stands here twice"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a: [1, 2          | not YAML
            - a               | a policy is a mapping
            ``                | a policy is a mapping
            a: &x [1, 2]      | 'model' is missing
            """)
    void answersForAnythingElse(String yaml, String reason) {
        assertThat(errors(yaml))
                .first()
                .extracting(PolicyError::detail)
                .asString()
                .startsWith(reason);
    }

    @Test
    void refusesAFlood() {
        assertThat(errors("a".repeat(70_000))).containsExactly(new PolicyError(1, "", "longer than 65536 characters"));
    }

    private static List<PolicyError> errors(String yaml) {
        return catchThrowableOfType(InvalidPolicyException.class, () -> PolicyYaml.read(yaml))
                .errors();
    }
}
