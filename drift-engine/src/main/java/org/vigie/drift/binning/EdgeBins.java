package org.vigie.drift.binning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.vigie.drift.window.NumericWindow;

/// Bins between edges that were fixed on a reference, with one more bin on each side for what lies beyond it.
///
/// For edges `e₀ < e₁ < … < eₖ` there are `k + 2` bins:
///
/// ```text
/// x < e₀ | [e₀, e₁) | [e₁, e₂) | … | [eₖ₋₁, eₖ] | x > eₖ
/// ```
///
/// so no observation is lost, and values that the reference never had are seen as such. The edges come from the
/// reference alone: a single far value in the current window lands in a bin of its own and does not widen the others.
///
/// A reference of one value `c` has the edges `c, c`: below it, the value itself, above it.
///
/// Counting a window over `k` edges is `k + 1` binary searches, whatever its size.
///
/// @param edges finite; strictly increasing, but for the two equal edges of a constant
/// @param rule how they were found
public record EdgeBins(List<Double> edges, BinRule rule) implements Bins {

    /// Greatest number of bins between the first and the last edge.
    public static final int MOST_BINS = 10_000;

    public EdgeBins {
        edges = List.copyOf(edges);
        if (edges.size() < 2) {
            throw new IllegalArgumentException("edges " + edges + ": at least two are needed");
        }
        if (edges.size() - 1 > MOST_BINS) {
            throw new IllegalArgumentException(edges.size() - 1 + " bins > " + MOST_BINS);
        }
        boolean constant = edges.size() == 2 && edges.get(0).equals(edges.get(1));
        for (int i = 0; i < edges.size(); i++) {
            if (!Double.isFinite(edges.get(i))) {
                throw new IllegalArgumentException("edges[" + i + "] is " + edges.get(i));
            }
            if (i > 0 && edges.get(i - 1) >= edges.get(i) && !constant) {
                throw new IllegalArgumentException("edges not strictly increasing: edges[" + (i - 1) + "] is "
                        + edges.get(i - 1) + ", edges[" + i + "] is " + edges.get(i));
            }
        }
    }

    /// Bins between given edges.
    ///
    /// @throws IllegalArgumentException if there are fewer than two edges, one not finite, or they do not increase
    public static EdgeBins of(double... edges) {
        return new EdgeBins(Arrays.stream(edges).boxed().toList(), BinRule.GIVEN);
    }

    /// `bins` bins of equal width from the least to the greatest observation of the reference.
    ///
    /// @throws IllegalArgumentException if the reference is empty, or `bins` is not in `[1, MOST_BINS]`
    public static EdgeBins equalWidth(NumericWindow reference, int bins) {
        return equalWidth(reference, bins, BinRule.EQUAL_WIDTH);
    }

    /// Bins of equal width, their number by Sturges' rule.
    ///
    /// @throws IllegalArgumentException if the reference is empty
    public static EdgeBins sturges(NumericWindow reference) {
        requireNonEmpty(reference);
        return equalWidth(reference, BinRule.sturges(reference), BinRule.STURGES);
    }

    /// Bins of equal width, their number by Doane's rule, which allows for skewness.
    ///
    /// @throws IllegalArgumentException if the reference is empty
    public static EdgeBins doane(NumericWindow reference) {
        requireNonEmpty(reference);
        return equalWidth(reference, BinRule.doane(reference), BinRule.DOANE);
    }

    /// Bins of equal width, the width by Freedman and Diaconis' rule; at most [#MOST_BINS] of them, as a heavy tail
    /// would otherwise ask for any number. Where the quartiles agree the rule has no answer, and the bins are those
    /// of [#sturges], and say so.
    ///
    /// @throws IllegalArgumentException if the reference is empty
    public static EdgeBins freedmanDiaconis(NumericWindow reference) {
        requireNonEmpty(reference);
        double bins = BinRule.freedmanDiaconis(reference);
        return Double.isFinite(bins)
                ? equalWidth(reference, (int) Math.clamp(bins, 1.0, MOST_BINS), BinRule.FREEDMAN_DIACONIS)
                : sturges(reference);
    }

    /// Counts the observations of a window in each bin, the two beyond the edges included.
    ///
    /// @throws IllegalArgumentException if the window is empty
    public BinnedCounts count(NumericWindow window) {
        requireNonEmpty(window);
        long[] counts = new long[size()];
        long below = 0;
        for (int i = 0; i < edges.size(); i++) {
            boolean last = i == edges.size() - 1;
            long upTo = window.countUpTo(last ? edges.get(i) : Math.nextDown(edges.get(i)));
            counts[i] = upTo - below;
            below = upTo;
        }
        counts[edges.size()] = window.size() - below;
        return new BinnedCounts(this, Arrays.stream(counts).boxed().toList());
    }

    @Override
    public int size() {
        return edges.size() + 1;
    }

    private static EdgeBins equalWidth(NumericWindow reference, int bins, BinRule rule) {
        requireNonEmpty(reference);
        if (bins < 1 || bins > MOST_BINS) {
            throw new IllegalArgumentException("bins " + bins + " is not in [1, " + MOST_BINS + "]");
        }
        double first = reference.quantile(0);
        double last = reference.quantile(1);
        double width = (last - first) / bins;
        List<Double> edges = DoubleStream.concat(
                        DoubleStream.iterate(0, i -> i < bins, i -> i + 1).map(i -> first + i * width),
                        DoubleStream.of(last))
                .boxed()
                .toList();
        boolean distinct = edges.stream().distinct().count() == edges.size();
        return new EdgeBins(distinct ? edges : List.of(first, last), rule);
    }

    private static void requireNonEmpty(NumericWindow window) {
        if (window.isEmpty()) {
            throw new IllegalArgumentException("window is empty");
        }
    }
}
