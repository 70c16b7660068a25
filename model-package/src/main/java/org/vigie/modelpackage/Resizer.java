package org.vigie.modelpackage;

import java.util.Arrays;

/// Resizes a plane, one axis after the other. Pixels are squares: the centre of the first is at 0.5.
final class Resizer {

    private Resizer() {}

    static GreyPlane resize(GreyPlane plane, Step.Resize step) {
        int width = step.width();
        int height = step.height();
        if (step.keepAspect()) {
            double scale = Math.min((double) width / plane.width(), (double) height / plane.height());
            width = Math.clamp(Math.round(plane.width() * scale), 1, width);
            height = Math.clamp(Math.round(plane.height() * scale), 1, height);
        }
        Axis across = Axis.of(plane.width(), width, step.interpolation());
        Axis down = Axis.of(plane.height(), height, step.interpolation());
        float[] narrow = across(plane.values(), plane.width(), plane.height(), across);
        float[] small = down(narrow, width, down);
        if (step.keepAspect()) {
            return plane.resized(padded(small, width, height, step), step.width(), step.height());
        }
        return plane.resized(small, width, height);
    }

    private static float[] across(float[] values, int width, int height, Axis axis) {
        float[] result = new float[axis.size() * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < axis.size(); x++) {
                double sum = 0;
                for (int k = 0; k < axis.weights()[x].length; k++) {
                    sum += axis.weights()[x][k] * values[y * width + axis.first()[x] + k];
                }
                result[y * axis.size() + x] = (float) sum;
            }
        }
        return result;
    }

    private static float[] down(float[] values, int width, Axis axis) {
        float[] result = new float[width * axis.size()];
        for (int y = 0; y < axis.size(); y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int k = 0; k < axis.weights()[y].length; k++) {
                    sum += axis.weights()[y][k] * values[(axis.first()[y] + k) * width + x];
                }
                result[y * width + x] = (float) sum;
            }
        }
        return result;
    }

    private static float[] padded(float[] values, int width, int height, Step.Resize step) {
        float[] result = new float[step.width() * step.height()];
        Arrays.fill(result, (float) step.pad());
        int left = (step.width() - width) / 2;
        int top = (step.height() - height) / 2;
        for (int y = 0; y < height; y++) {
            System.arraycopy(values, y * width, result, (top + y) * step.width() + left, width);
        }
        return result;
    }

    /// For each new pixel of an axis: the first old pixel it takes from, and the share of it and those after it.
    private record Axis(int size, int[] first, double[][] weights) {

        static Axis of(int from, int to, Step.Interpolation interpolation) {
            int[] first = new int[to];
            double[][] weights = new double[to][];
            double scale = (double) from / to;
            for (int i = 0; i < to; i++) {
                switch (interpolation) {
                    case NEAREST -> {
                        first[i] = Math.min(from - 1, (int) ((i + 0.5) * scale));
                        weights[i] = new double[] {1};
                    }
                    case BILINEAR -> {
                        double at = Math.clamp((i + 0.5) * scale - 0.5, 0, from - 1.0);
                        first[i] = Math.min((int) at, Math.max(0, from - 2));
                        double share = at - first[i];
                        weights[i] = from == 1 ? new double[] {1} : new double[] {1 - share, share};
                    }
                    case AREA -> {
                        double begin = i * scale;
                        double end = Math.min(from, (i + 1) * scale);
                        first[i] = Math.min(from - 1, (int) begin);
                        int last = Math.min(from, (int) Math.ceil(end - 1e-9));
                        weights[i] = new double[Math.max(1, last - first[i])];
                        for (int k = 0; k < weights[i].length; k++) {
                            double left = Math.max(begin, first[i] + k);
                            double right = Math.min(end, first[i] + k + 1.0);
                            weights[i][k] = (right - left) / (end - begin);
                        }
                    }
                }
            }
            return new Axis(to, first, weights);
        }
    }
}
