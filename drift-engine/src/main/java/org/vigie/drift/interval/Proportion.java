package org.vigie.drift.interval;

import java.util.OptionalDouble;

/// Successes among trials, such as detected among all positive cases.
public record Proportion(long successes, long trials) {

    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes in " + trials + " trials");
        }
    }

    /// Share of successes; absent when there were no trials.
    public OptionalDouble estimate() {
        return trials == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) successes / trials);
    }

    /// Whether every trial succeeded, so that the estimate 1 is only what a lower limit says.
    public boolean isPerfect() {
        return trials > 0 && successes == trials;
    }

    public Interval interval(ProportionInterval method, double confidence) {
        return method.of((double) successes, (double) trials, confidence);
    }

    public Interval wilson(double confidence) {
        return interval(ProportionInterval.WILSON, confidence);
    }

    public Interval clopperPearson(double confidence) {
        return interval(ProportionInterval.CLOPPER_PEARSON, confidence);
    }
}
