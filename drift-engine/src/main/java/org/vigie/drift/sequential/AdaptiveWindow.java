package org.vigie.drift.sequential;

import java.util.ArrayList;
import java.util.List;

/// ADWIN: the longest window of recent values within which no two parts differ.
///
/// ```text
/// at every 32nd value, for each cut of the window of n values into n₀ older and n₁ newer ones:
/// cut when |mean₀ − mean₁| > √(2 m v ln(2 ln n/δ)) + 2/3 m ln(2 ln n/δ)
/// m = 1/(n₀ − 4) + 1/(n₁ − 4),  v: variance in the window,  δ = 0.002
/// ```
///
/// The oldest values are dropped while any cut holds, which is a change; one change in the stream may show at
/// several checks while the window forgets what was before. The window is kept in buckets of 1, 2, 4 … values,
/// at most five of a size, so that a window of n values costs `5 log₂ n` numbers and the cuts lie between
/// buckets.
///
/// Values of any scale are read, the bound is one for values in [0, 1].
///
/// Bifet, A., & Gavaldà, R. (2007). *Learning from time-changing data with adaptive windowing.* SIAM International
/// Conference on Data Mining, 443–448. doi:10.1137/1.9781611972771.42
public final class AdaptiveWindow implements StreamDetector {

    private static final double DELTA = 0.002;
    private static final int CLOCK = 32;
    private static final int MOST_OF_A_SIZE = 5;
    private static final int SHORTEST_PART = 5;
    private static final int SHORTEST_WINDOW = 10;

    /// Oldest first.
    private final List<Bucket> buckets = new ArrayList<>();
    private long seen;

    @Override
    public State update(double value) {
        StreamValues.requireFinite(value);
        buckets.add(new Bucket(1, value, 0));
        compress();
        if (++seen % CLOCK != 0) {
            return State.NONE;
        }
        boolean cut = false;
        while (size() > SHORTEST_WINDOW && anyPartsDiffer()) {
            buckets.removeFirst();
            cut = true;
        }
        return cut ? State.CHANGE : State.NONE;
    }

    /// Number of values in the window.
    public long size() {
        return buckets.stream().mapToLong(Bucket::count).sum();
    }

    /// Mean of the window; NaN before the first value.
    public double mean() {
        return buckets.stream().mapToDouble(Bucket::sum).sum() / size();
    }

    private void compress() {
        int end = buckets.size();
        long count = 1;
        while (true) {
            int start = end;
            while (start > 0 && buckets.get(start - 1).count() == count) {
                start--;
            }
            if (end - start <= MOST_OF_A_SIZE) {
                return;
            }
            buckets.set(start, buckets.get(start).and(buckets.remove(start + 1)));
            end = start + 1;
            count *= 2;
        }
    }

    private boolean anyPartsDiffer() {
        Bucket window = buckets.stream().reduce(Bucket::and).orElseThrow();
        double log = Math.log(2 * Math.log((double) window.count()) / DELTA);
        double variance = Math.max(0, window.squares() / window.count());
        long older = 0;
        double olderSum = 0;
        for (int i = 0; i < buckets.size() - 1; i++) {
            older += buckets.get(i).count();
            olderSum += buckets.get(i).sum();
            long newer = window.count() - older;
            if (older > SHORTEST_PART + 1 && newer > SHORTEST_PART + 1) {
                double m = 1.0 / (older - SHORTEST_PART + 1) + 1.0 / (newer - SHORTEST_PART + 1);
                double bound = Math.sqrt(2 * m * variance * log) + 2.0 / 3 * log * m;
                if (Math.abs(olderSum / older - (window.sum() - olderSum) / newer) > bound) {
                    return true;
                }
            }
        }
        return false;
    }

    /// @param squares squared deviations from the bucket's mean
    private record Bucket(long count, double sum, double squares) {

        Bucket and(Bucket other) {
            double gap = sum / count - other.sum / other.count;
            double weight = (double) count * other.count / (count + other.count);
            return new Bucket(count + other.count, sum + other.sum, squares + other.squares + weight * gap * gap);
        }
    }
}
