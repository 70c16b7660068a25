package org.vigie.demo.training;

/// Gaussian second derivatives, turned so that the eigenvalues of the Hessian follow with one square root.
///
/// With `a = (Lxx + Lyy) / 2`, `b = (Lxx - Lyy) / 2`, `c = Lxy` the eigenvalues are `a ± sqrt(b² + c²)`. A bright
/// blob has both strongly negative; a rib or vessel only one.
///
/// Source: Lindeberg, *Feature detection with automatic scale selection*, IJCV 30(2), 1998,
/// doi:10.1023/A:1008045108935 (scale-normalised derivatives: times σ²).
final class Filters {
    static final int CHANNELS = 3;

    private Filters() {}

    /// Weights of shape [3, 1, kernel, kernel] for a, b and c.
    static float[] hessian(double sigma, int kernel) {
        int reach = kernel / 2;
        double[][] bank = new double[CHANNELS][kernel * kernel];
        double norm = 0;
        double variance = sigma * sigma;
        for (int y = -reach; y <= reach; y++) {
            for (int x = -reach; x <= reach; x++) {
                double gauss = Math.exp(-(x * x + y * y) / (2 * variance));
                double xx = (x * x / variance - 1) * gauss;
                double yy = (y * y / variance - 1) * gauss;
                int at = (y + reach) * kernel + x + reach;
                bank[0][at] = (xx + yy) / 2;
                bank[1][at] = (xx - yy) / 2;
                bank[2][at] = x * y / variance * gauss;
                norm += gauss;
            }
        }
        removeMean(bank[0]);
        float[] weights = new float[CHANNELS * kernel * kernel];
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int i = 0; i < kernel * kernel; i++) {
                weights[channel * kernel * kernel + i] = (float) (bank[channel][i] / norm);
            }
        }
        return weights;
    }

    /// A constant image must answer with zero, also after the kernel has been cut off.
    private static void removeMean(double[] kernel) {
        double sum = 0;
        for (double weight : kernel) {
            sum += weight;
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] -= sum / kernel.length;
        }
    }
}
