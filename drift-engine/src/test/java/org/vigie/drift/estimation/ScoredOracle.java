package org.vigie.drift.estimation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.vigie.drift.OracleCase;

/// Scores, labels and decisions of an oracle case, generated or listed.
record ScoredOracle(double[] scores, boolean[] truth, boolean[] decisions) {

    static ScoredOracle of(JsonNode scored) {
        double[] scores = OracleCase.numbers(scored.path("score"));
        double[] draws = uniform(scored.path("label_seed").asLong(), scores.length);
        String rule = scored.path("label_rule").asText();
        double cut = scored.path("cut").asDouble();
        boolean[] truth = new boolean[scores.length];
        boolean[] decisions = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            double s = scores[i];
            double p = switch (rule) {
                case "score" -> s;
                case "score^2" -> s * s;
                case "0.5*score" -> 0.5 * s;
                case "0.2+0.6*score" -> 0.2 + 0.6 * s;
                default -> throw new IllegalArgumentException(rule);
            };
            truth[i] = draws[i] < p;
            decisions[i] = s >= cut;
        }
        return new ScoredOracle(scores, truth, decisions);
    }

    /// Of a case that lists probabilities and predictions, or generates scores.
    static ScoredOracle of(OracleCase one) {
        if (one.inputs().has("scored")) {
            return of(one.inputs().path("scored"));
        }
        double[] scores = one.numbers("y_pred_proba");
        boolean[] decisions = new boolean[scores.length];
        for (int i = 0; i < scores.length && one.inputs().has("y_pred"); i++) {
            decisions[i] = one.inputs().path("y_pred").get(i).asInt() == 1;
        }
        return new ScoredOracle(scores, new boolean[scores.length], decisions);
    }

    ScoredOracle rows(int from, int to) {
        return new ScoredOracle(
                Arrays.copyOfRange(scores, from, to),
                Arrays.copyOfRange(truth, from, to),
                Arrays.copyOfRange(decisions, from, to));
    }

    private static double[] uniform(long seed, int n) {
        var random = new java.util.SplittableRandom(seed);
        double[] draws = new double[n];
        Arrays.setAll(draws, i -> random.nextDouble());
        return draws;
    }
}
