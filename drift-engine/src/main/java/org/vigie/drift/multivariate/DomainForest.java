package org.vigie.drift.multivariate;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.vigie.drift.window.FeatureWindow;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.model.cart.SplitRule;

/// A random forest that tells the cases of two windows apart. Its seeds are given, so that it is the same forest
/// whatever the number of threads.
record DomainForest(RandomForest forest) {

    private static final int TREES = 100;
    private static final int MOST_DEPTH = 8;
    private static final int SMALLEST_NODE = 5;
    private static final String LABEL = "window";

    static DomainForest fit(FeatureWindow reference, int[] before, FeatureWindow current, int[] now, long seed) {
        int n = before.length;
        double[][] cases = IntStream.range(0, n + now.length)
                .mapToObj(i -> i < n ? reference.vector(before[i]) : current.vector(now[i - n]))
                .toArray(double[][]::new);
        int[] labels = IntStream.range(0, cases.length).map(i -> i < n ? 0 : 1).toArray();
        int d = reference.dimensions();
        var options = new RandomForest.Options(
                TREES,
                (int) Math.ceil(Math.sqrt(d)),
                SplitRule.GINI,
                MOST_DEPTH,
                cases.length,
                SMALLEST_NODE,
                1.0,
                balanced(n, now.length),
                LongStream.range(seed, seed + TREES).toArray(),
                null);
        DataFrame table = frame(cases).add(new IntVector(LABEL, labels));
        return new DomainForest(RandomForest.fit(Formula.lhs(LABEL), table, options));
    }

    /// Score of each case: how much it looks like the current window.
    double[] scores(FeatureWindow window, int[] cases) {
        DataFrame table = frame(IntStream.of(cases).mapToObj(window::vector).toArray(double[][]::new));
        return IntStream.range(0, cases.length)
                .parallel()
                .mapToDouble(i -> {
                    double[] posterior = new double[2];
                    forest.predict(table.get(i), posterior);
                    return posterior[1];
                })
                .toArray();
    }

    double[] importance() {
        return forest.importance();
    }

    private static DataFrame frame(double[][] cases) {
        String[] names =
                IntStream.range(0, cases[0].length).mapToObj(k -> "d" + k).toArray(String[]::new);
        return DataFrame.of(cases, names);
    }

    /// Weights that make both windows count alike.
    private static int[] balanced(int n, int m) {
        int smaller = Math.min(n, m);
        return new int[] {
            (int) Math.max(1, Math.round((double) m / smaller)), (int) Math.max(1, Math.round((double) n / smaller))
        };
    }
}
