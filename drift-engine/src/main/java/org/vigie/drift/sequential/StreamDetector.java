package org.vigie.drift.sequential;

/// A detector of change in a stream of values, in the tradition of stream mining: it watches the values one by
/// one and starts anew after each change it saw.
///
/// None of these detectors promises a number of false alarms in a year; at clinical error rates some raise one
/// every few hundred cases. They are here for comparison and for those who know them. Use [EDetector] or
/// [BernoulliCusum] where an alarm has a price.
///
/// A detector holds its state and is not safe for use by several threads.
public interface StreamDetector {

    /// What the values so far say.
    enum State {
        NONE,
        /// Something may be changing.
        WARNING,
        /// The stream has changed; the next value starts the watch anew.
        CHANGE
    }

    /// Takes in one value.
    ///
    /// @throws IllegalArgumentException if the detector cannot read the value: no detector reads missing or
    ///     infinite ones, those of errors read 0 and 1 only, those with a Hoeffding bound values in [0, 1]
    State update(double value);
}
