package org.vigie.benchmarks.characteristics;

import java.util.Locale;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.interval.ProportionInterval;

/// A share seen in a simulation.
record Share(long hits, long trials) {

    double value() {
        return (double) hits / trials;
    }

    /// Per cent with one digit, or two where the share is small.
    @Override
    public String toString() {
        double percent = 100 * value();
        return String.format(Locale.ROOT, percent > 0 && percent < 1 ? "%.2f %%" : "%.1f %%", percent);
    }

    /// Whether a true share in `[low, high]` would make this one unsurprising (99.9 % interval).
    boolean agreesWith(double low, double high) {
        var interval = new Proportion(hits, trials).interval(ProportionInterval.CLOPPER_PEARSON, 0.999);
        return interval.upper() >= low && interval.lower() <= high;
    }
}
