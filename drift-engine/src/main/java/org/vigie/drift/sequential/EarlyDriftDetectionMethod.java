package org.vigie.drift.sequential;

/// EDDM: errors come closer together than they once did.
///
/// ```text
/// d: distance between two errors;   q = mean d + 2 · deviation of d;   q′: the greatest q so far
/// warning when q/q′ < 0.95,   change when q/q′ < 0.90,   both after 30 errors
/// ```
///
/// The greatest of a noisy sequence is compared with its present, so that a stable stream is declared changed
/// every few hundred cases: six times in 3,000 at an error rate of 10 %.
///
/// Baena-García, M., del Campo-Ávila, J., Fidalgo, R., Bifet, A., Gavaldà, R., & Morales-Bueno, R. (2006).
/// *Early drift detection method.* Fourth International Workshop on Knowledge Discovery from Data Streams,
/// 77–86.
public final class EarlyDriftDetectionMethod implements StreamDetector {

    private static final int MINIMUM = 30;

    private long count;
    private long lastError;
    private long errors;
    private double mean;
    private double squares;
    private double greatest;
    private State state = State.NONE;

    @Override
    public State update(double value) {
        boolean error = StreamValues.requireError(value);
        count++;
        if (!error) {
            return state;
        }
        errors++;
        double distance = count - lastError;
        lastError = count;
        double before = mean;
        mean += (distance - mean) / errors;
        squares += (distance - mean) * (distance - before);
        double spread = mean + 2 * Math.sqrt(squares / errors);
        state = State.NONE;
        if (count < MINIMUM) {
            return state;
        }
        if (spread > greatest) {
            greatest = spread;
        } else if (errors > MINIMUM && spread < 0.90 * greatest) {
            restart();
            return State.CHANGE;
        } else if (errors > MINIMUM && spread < 0.95 * greatest) {
            state = State.WARNING;
        }
        return state;
    }

    private void restart() {
        count = 0;
        lastError = 0;
        errors = 0;
        mean = 0;
        squares = 0;
        greatest = 0;
        state = State.NONE;
    }
}
