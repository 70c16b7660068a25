package org.vigie.drift.verification;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.vigie.drift.interval.Interval;

/// Normal interval on the scale of the logarithmic odds: it stays within [0, 1].
final class LogitInterval {

    private LogitInterval() {}

    static Interval of(double share, double logitVariance, double confidence) {
        double half =
                NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2) * Math.sqrt(logitVariance);
        double logit = Math.log(share / (1 - share));
        return new Interval(expit(logit - half), expit(logit + half), confidence);
    }

    private static double expit(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
