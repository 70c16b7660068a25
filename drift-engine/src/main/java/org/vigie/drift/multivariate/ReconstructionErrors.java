package org.vigie.drift.multivariate;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.drift.window.FeatureWindow;

/// What the leading components of some cases leave unexplained of others.
///
/// @param components how many are kept
record ReconstructionErrors(Scale scale, PrincipalComponents basis, int components) {

    /// Nothing when no dimension varies among the cases.
    static Optional<ReconstructionErrors> fit(FeatureWindow window, int[] cases, double share) {
        FeatureWindow chosen = FeatureWindow.of(
                Arrays.stream(cases).mapToObj(i -> floats(window, i)).toList());
        Scale scale = Scale.of(chosen);
        if (scale.varying() == 0) {
            return Optional.empty();
        }
        double[][] standardised = IntStream.range(0, chosen.size())
                .mapToObj(i -> scale.apply(chosen.vector(i)))
                .toArray(double[][]::new);
        PrincipalComponents basis = PrincipalComponents.of(standardised);
        return Optional.of(new ReconstructionErrors(scale, basis, basis.holding(share)));
    }

    /// The error of each case, to a multiple of the floor.
    double[] of(FeatureWindow window, int[] cases) {
        return IntStream.of(cases)
                .parallel()
                .mapToDouble(i -> error(scale.apply(window.vector(i))))
                .toArray();
    }

    private double error(double[] standardised) {
        double[] rest = standardised.clone();
        for (int j = 0; j < components; j++) {
            double coordinate = basis.coordinate(standardised, j);
            for (int k = 0; k < rest.length; k++) {
                rest[k] -= coordinate * basis.directions()[j][k];
            }
        }
        double squares = 0;
        for (double r : rest) {
            squares += r * r;
        }
        double error = Math.sqrt(squares / scale.varying());
        return Math.rint(error / ReconstructionErrorTest.FLOOR) * ReconstructionErrorTest.FLOOR;
    }

    private static float[] floats(FeatureWindow window, int index) {
        float[] vector = new float[window.dimensions()];
        for (int k = 0; k < vector.length; k++) {
            vector[k] = window.get(index, k);
        }
        return vector;
    }
}
