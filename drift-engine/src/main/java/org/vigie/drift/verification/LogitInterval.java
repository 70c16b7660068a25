package org.vigie.drift.verification;

import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.StandardNormal;

/// Normal interval on the scale of the logarithmic odds: it stays within [0, 1].
final class LogitInterval {

    private LogitInterval() {}

    static Interval of(double share, double logitVariance, double confidence) {
        double half = StandardNormal.twoSided(confidence) * Math.sqrt(logitVariance);
        double logit = Math.log(share / (1 - share));
        return new Interval(expit(logit - half), expit(logit + half), confidence);
    }

    private static double expit(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
