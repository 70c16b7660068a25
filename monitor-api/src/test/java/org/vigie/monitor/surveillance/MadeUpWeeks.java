package org.vigie.monitor.surveillance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.vigie.monitor.TestHospital;

/// Weeks of cases of three scanners, seeded. From the week of the upgrade on, scanner B has new software, more noise
/// and other scores.
public final class MadeUpWeeks {

    public static final Instant FIRST_MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final List<String> SCANNERS = List.of("Scanner A", "Scanner B", "Scanner C");

    private MadeUpWeeks() {}

    /// @param upgrade first week, from 0, with the new software; negative: never
    public static List<TestHospital.Case> of(int weeks, int perWeek, int upgrade, long seed) {
        var random = new SplittableRandom(seed);
        List<TestHospital.Case> cases = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            for (int i = 0; i < perWeek; i++) {
                String scanner = SCANNERS.get(i % SCANNERS.size());
                boolean upgraded = upgrade >= 0 && week >= upgrade && scanner.equals("Scanner B");
                boolean diseased = random.nextInt(4) == 0;
                double noise = 10 + (upgraded ? 8 : 0) + random.nextGaussian();
                double logit = (diseased ? 2.5 : -2.5) + random.nextGaussian() * 1.2 + (upgraded ? 2 : 0);
                Instant at = FIRST_MONDAY.plus(Duration.ofDays(7L * week)).plus(Duration.ofMinutes(60 + 20L * i));
                float[] features = new float[6];
                for (int f = 0; f < features.length; f++) {
                    features[f] = (float) (random.nextGaussian() + (upgraded && f == 2 ? 3 : 0));
                }
                cases.add(new TestHospital.Case(
                        at,
                        scanner,
                        Map.of("softwareVersions", upgraded ? "5.0" : "4.1", "modality", "DX"),
                        Map.of("noise", noise, "mean", 100 + 5 * random.nextGaussian()),
                        1 / (1 + Math.exp(-logit)),
                        features,
                        diseased));
            }
        }
        return cases;
    }

    public static String policy(String model) {
        return """
                model: %s
                owner: Dr Quality
                reason: test
                reference: { from: 2026-01-05, to: 2026-02-02 }
                performance:
                  window-weeks: 4
                  confidence: 0.95
                  prevalence: 0.20
                  thresholds: { sensitivity: 0.60, specificity: 0.90 }
                drift:
                  attributes: [softwareVersions, viewPosition]
                  statistics: [mean, noise]
                  scores: true
                  features: true
                  group-by: manufacturerModelName
                  minimum-cases: 8
                false-alarms-per-year: 1
                """.formatted(model);
    }
}
