package org.vigie.drift.multivariate;

import java.util.Arrays;

/// The nearest of many cases to one, by brute force: in many dimensions no index is faster.
///
/// @param squared squared distances, ascending
/// @param index their positions
record Nearest(float[] squared, int[] index) {

    /// @param except position not to be taken, −1 for none
    static Nearest of(float[][] cases, float[] one, int count, int except) {
        var nearest = new Nearest(new float[count], new int[count]);
        Arrays.fill(nearest.squared, Float.POSITIVE_INFINITY);
        for (int i = 0; i < cases.length; i++) {
            float distance = i == except ? Float.POSITIVE_INFINITY : squaredDistance(cases[i], one);
            if (distance < nearest.squared[count - 1]) {
                nearest.insert(distance, i);
            }
        }
        return nearest;
    }

    double mean(double divisor) {
        double sum = 0;
        for (float one : squared) {
            sum += Math.sqrt(one);
        }
        return sum / squared.length / divisor;
    }

    private void insert(float distance, int position) {
        int at = squared.length - 1;
        while (at > 0 && squared[at - 1] > distance) {
            squared[at] = squared[at - 1];
            index[at] = index[at - 1];
            at--;
        }
        squared[at] = distance;
        index[at] = position;
    }

    /// Four sums side by side, as one would make each addition wait for the one before.
    private static float squaredDistance(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int k = 0;
        for (; k + 3 < a.length; k += 4) {
            float d0 = a[k] - b[k];
            float d1 = a[k + 1] - b[k + 1];
            float d2 = a[k + 2] - b[k + 2];
            float d3 = a[k + 3] - b[k + 3];
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
        }
        for (; k < a.length; k++) {
            s0 += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return s0 + s1 + s2 + s3;
    }
}
