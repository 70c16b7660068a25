package org.vigie.drift.verdict;

/// How large a change is, whatever the number of observations.
///
/// @param name as a statistician would look it up
/// @param meaning what the number says, in one sentence for the reader of a report
public record EffectSize(String name, double value, String meaning) {

    public EffectSize {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is " + value);
        }
    }
}
