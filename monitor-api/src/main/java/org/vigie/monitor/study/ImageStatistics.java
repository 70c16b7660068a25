package org.vigie.monitor.study;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.dicom.pixel.GreyImage;

/// What an image's grey values look like, as one number each; watched for drift.
///
/// All are of the values `x` after the modality transformation (rescale or modality table), before any window:
///
/// - `mean`, and `standardDeviation` with divisor n;
/// - `p01` … `p99`: the smallest value that at least that share of the pixels does not exceed, read from a histogram of
///   65,536 equal bins from the smallest to the largest value, so that the error is below 1/65,535 of the range;
/// - `entropy`: Shannon's, in bits, of the histogram with 256 equal bins from the smallest to the largest value;
/// - `sharpness`: variance of the Laplacian (kernel 0 1 0 / 1 -4 1 / 0 1 0) over all pixels with four neighbours;
/// - `noise`: Immerkær's estimate of the standard deviation of additive Gaussian noise, `√(π/2) · Σ|x ∗ N| / (6 (w-2)
///   (h-2))` with `N` = 1 -2 1 / -2 4 -2 / 1 -2 1 (J. Immerkær, Fast Noise Variance Estimation, Computer Vision and
///   Image Understanding 64, 1996, 300-302);
/// - `clippedShare`: share of the pixels that have the smallest or the largest value of the image.
///
/// Sharpness and noise are left out for images of fewer than three rows or columns.
final class ImageStatistics {

    private static final int FINE_BINS = 1 << 16;
    private static final int COARSE_SHIFT = 8;
    private static final int[] PERCENTILES = {1, 5, 25, 50, 75, 95, 99};

    private final float[] values;
    private final int rows;
    private final int columns;

    private ImageStatistics(GreyImage image) {
        this.values = image.values();
        this.rows = image.rows();
        this.columns = image.columns();
    }

    /// The statistics by their names, in the order above.
    static Map<String, Double> of(GreyImage image) {
        return new ImageStatistics(image).compute();
    }

    private Map<String, Double> compute() {
        float smallest = values[0];
        float largest = values[0];
        double sum = 0;
        for (float value : values) {
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        long clipped = 0;
        int[] histogram = new int[FINE_BINS];
        double scale = largest > smallest ? (FINE_BINS - 1) / ((double) largest - smallest) : 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
            if (value == smallest || value == largest) {
                clipped++;
            }
            histogram[(int) Math.rint((value - (double) smallest) * scale)]++;
        }
        var result = new LinkedHashMap<String, Double>();
        result.put("mean", mean);
        result.put("standardDeviation", Math.sqrt(squares / values.length));
        for (int percent : PERCENTILES) {
            int bin = percentileBin(histogram, percent);
            result.put("p%02d".formatted(percent), scale == 0 ? smallest : smallest + bin / scale);
        }
        result.put("entropy", entropy(histogram));
        if (rows >= 3 && columns >= 3) {
            edges(result);
        }
        result.put("clippedShare", clipped / (double) values.length);
        return result;
    }

    private int percentileBin(int[] histogram, int percent) {
        long wanted = Math.max(1, (long) Math.ceil(values.length * (percent / 100.0)));
        long seen = 0;
        int bin = 0;
        while ((seen += histogram[bin]) < wanted) {
            bin++;
        }
        return bin;
    }

    private double entropy(int[] histogram) {
        double entropy = 0;
        for (int bin = 0; bin < FINE_BINS; bin += 1 << COARSE_SHIFT) {
            long count = 0;
            for (int i = bin; i < bin + (1 << COARSE_SHIFT); i++) {
                count += histogram[i];
            }
            if (count > 0) {
                double share = count / (double) values.length;
                entropy -= share * Math.log(share) / Math.log(2);
            }
        }
        return entropy;
    }

    private void edges(Map<String, Double> result) {
        double sum = 0;
        double squares = 0;
        double absolute = 0;
        for (int row = 1; row < rows - 1; row++) {
            for (int at = row * columns + 1; at < (row + 1) * columns - 1; at++) {
                int up = at - columns;
                int down = at + columns;
                double cross = values[up] + (double) values[down] + values[at - 1] + values[at + 1];
                double corners = values[up - 1] + (double) values[up + 1] + values[down - 1] + values[down + 1];
                double laplacian = cross - 4.0 * values[at];
                sum += laplacian;
                squares += laplacian * laplacian;
                absolute += Math.abs(corners - 2 * cross + 4.0 * values[at]);
            }
        }
        double interior = (rows - 2.0) * (columns - 2.0);
        double mean = sum / interior;
        result.put("sharpness", Math.max(0, squares / interior - mean * mean));
        result.put("noise", Math.sqrt(Math.PI / 2) * absolute / (6 * interior));
    }
}
