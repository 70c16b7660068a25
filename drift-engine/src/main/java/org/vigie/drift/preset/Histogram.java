package org.vigie.drift.preset;

import org.vigie.drift.window.NumericWindow;

/// Bins of equal width as NumPy lays them: `[e₀, e₁) … [eₖ₋₁, eₖ]`, nothing beyond; half a unit on each side of a
/// constant.
record Histogram(double[] edges) {

    /// Sturges' number of bins for `n` observations between `least` and `greatest`.
    static Histogram sturges(double least, double greatest, int n) {
        double width = (greatest - least) / (log2(n) + 1);
        return ofWidth(least, greatest, width);
    }

    /// Doane's number of bins for a window.
    static Histogram doane(NumericWindow window) {
        int n = window.size();
        double least = window.get(0);
        double greatest = window.get(n - 1);
        double width = 0;
        if (n > 2 && !window.isConstant()) {
            double spread = Math.sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3)));
            double skewness = PopulationMoments.of(window).skewness();
            width = (greatest - least) / (1 + log2(n) + log2(1 + Math.abs(skewness) / spread));
        }
        return ofWidth(least, greatest, width);
    }

    /// `bins` bins from `least` to `greatest`.
    static Histogram equal(double least, double greatest, int bins) {
        double from = least == greatest ? least - 0.5 : least;
        double to = least == greatest ? greatest + 0.5 : greatest;
        double step = (to - from) / bins;
        double[] edges = new double[bins + 1];
        for (int i = 0; i < bins; i++) {
            edges[i] = i * step + from;
        }
        edges[bins] = to;
        return new Histogram(edges);
    }

    long[] count(NumericWindow window) {
        long[] counts = new long[edges.length - 1];
        int below = window.countUpTo(Math.nextDown(edges[0]));
        for (int i = 1; i < edges.length; i++) {
            boolean last = i == edges.length - 1;
            int upTo = window.countUpTo(last ? edges[i] : Math.nextDown(edges[i]));
            counts[i - 1] = (long) upTo - below;
            below = upTo;
        }
        return counts;
    }

    double first() {
        return edges[0];
    }

    double last() {
        return edges[edges.length - 1];
    }

    private static Histogram ofWidth(double least, double greatest, double width) {
        boolean flat = width == 0 || least == greatest;
        return equal(least, greatest, flat ? 1 : (int) Math.ceil((greatest - least) / width));
    }

    private static double log2(double x) {
        int exponent = Math.getExponent(x);
        return x == Math.scalb(1.0, exponent) ? exponent : Math.log(x) / Math.log(2);
    }
}
