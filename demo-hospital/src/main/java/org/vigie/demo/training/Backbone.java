package org.vigie.demo.training;

import java.util.ArrayList;
import java.util.List;

/// The frozen part of the demo's models: a multi-scale filter bank whose answers are pooled to 256 features.
///
/// A pyramid of three levels (128, 64, 32 pixels) is filtered with Gaussian second derivatives at five scales; from
/// each come maps of blobs and ridges, weighted by how much the surroundings look like lung, and pooled over a grid and
/// over the whole image. Grid means and deviations of the intensity and the high-frequency energy complete them.
final class Backbone {
    static final int FEATURES = 256;
    static final int SIZE = 128;

    private static final double EPSILON = 1e-3;

    /// Mean normalised intensity below which the surroundings count as lung, and above which as more than air.
    private static final double LUNG_BELOW = -0.45;

    private static final double LUNG_ABOVE = -1.6;
    private static final double GATE_STEEPNESS = 6;

    /// @param level of the pyramid: 0 is the input, each further one half the size
    private record Scale(int level, double sigma, int kernel) {}

    private static final List<Scale> SCALES = List.of(
            new Scale(0, 1.4, 9),
            new Scale(1, 1.0, 7),
            new Scale(1, 1.4, 9),
            new Scale(1, 2.0, 13),
            new Scale(2, 1.5, 9));

    /// The scale whose blobs are pooled over a finer grid as well: that of a middle-sized nodule.
    private static final int FINE_SCALE = 2;

    private final GraphBuilder graph;
    private final List<String> columns = new ArrayList<>();

    private Backbone(GraphBuilder graph) {
        this.graph = graph;
    }

    /// Adds the backbone to a graph.
    ///
    /// @return name of the features, shape [batch, 256]
    static String addTo(GraphBuilder graph, String image) {
        return new Backbone(graph).build(image);
    }

    private String build(String image) {
        String half = graph.averagePool(image, 2);
        String quarter = graph.averagePool(half, 2);
        List<String> levels = List.of(image, half, quarter);
        String gate = lungGate(half);
        String coarseGate = graph.averagePool(gate, 2);
        List<String> blobs = new ArrayList<>();
        for (int i = 0; i < SCALES.size(); i++) {
            Scale scale = SCALES.get(i);
            String blob = scaleFeatures(
                    levels.get(scale.level()), scale, scale.level() == 2 ? coarseGate : gate, i == FINE_SCALE);
            if (scale.level() < 2) {
                blobs.add(blob);
            }
        }
        String anyScale = graph.largest(blobs);
        pool(graph.maxPool(anyScale, 16));
        pool(graph.maxOverImage(anyScale));
        pool(graph.meanOverImage(anyScale));
        intensityFeatures(image, gate);
        highFrequencyFeatures(image, anyScale);
        return graph.concatenate(columns);
    }

    /// 1 where a neighbourhood of 9 pixels is as dark as lung, 0 where it is body or air.
    private String lungGate(String half) {
        String mean = graph.averagePool(half, 9, 1, 4);
        String dark = graph.sigmoid(
                graph.multiply(graph.subtract(graph.scalar(LUNG_BELOW), mean), graph.scalar(GATE_STEEPNESS)));
        String tissue = graph.sigmoid(
                graph.multiply(graph.subtract(mean, graph.scalar(LUNG_ABOVE)), graph.scalar(GATE_STEEPNESS)));
        return graph.multiply(dark, tissue);
    }

    /// 26 features of one scale, 64 more from the fine grid.
    private String scaleFeatures(String level, Scale scale, String gate, boolean fineGrid) {
        String weights = graph.constant(
                Filters.hessian(scale.sigma(), scale.kernel()), Filters.CHANNELS, 1, scale.kernel(), scale.kernel());
        String answers = graph.convolve(level, weights, scale.kernel());
        String halfTrace = graph.negate(graph.channel(answers, 0));
        String b = graph.channel(answers, 1);
        String c = graph.channel(answers, 2);
        String root = graph.squareRoot(graph.add(graph.multiply(b, b), graph.multiply(c, c)));
        String blob = gated(graph.relu(graph.subtract(halfTrace, root)), scale, gate);
        String ridge = gated(root, scale, gate);
        String bright = gated(graph.relu(halfTrace), scale, gate);
        String dark = gated(graph.relu(graph.negate(halfTrace)), scale, gate);
        String maximum = graph.maxOverImage(blob);
        String activity = graph.meanOverImage(graph.add(bright, dark));
        pool(graph.maxPool(blob, scale.level() == 2 ? 8 : 16));
        pool(maximum);
        pool(graph.meanOverImage(blob));
        pool(graph.meanOverImage(graph.multiply(blob, blob)));
        pool(graph.divide(maximum, graph.add(activity, graph.scalar(EPSILON))));
        for (String map : List.of(ridge, bright, dark)) {
            pool(graph.meanOverImage(map));
            pool(graph.maxOverImage(map));
        }
        if (fineGrid) {
            pool(graph.maxPool(blob, 8));
        }
        return blob;
    }

    /// The finest level is brought down to the gate's size by the maximum, which keeps its peaks.
    private String gated(String map, Scale scale, String gate) {
        return graph.multiply(scale.level() == 0 ? graph.maxPool(map, 2) : map, gate);
    }

    /// 36 features: mean and deviation over a 4 × 4 grid, of the whole image, share and brightness of lung.
    private void intensityFeatures(String image, String gate) {
        String squared = graph.multiply(image, image);
        pool(graph.averagePool(image, 32));
        pool(deviation(graph.averagePool(image, 32), graph.averagePool(squared, 32)));
        pool(graph.meanOverImage(image));
        pool(deviation(graph.meanOverImage(image), graph.meanOverImage(squared)));
        String share = graph.meanOverImage(gate);
        pool(share);
        String lung = graph.meanOverImage(graph.multiply(graph.averagePool(image, 2), gate));
        pool(graph.divide(lung, graph.add(share, graph.scalar(EPSILON))));
    }

    private String deviation(String mean, String meanOfSquares) {
        String variance = graph.relu(graph.subtract(meanOfSquares, graph.multiply(mean, mean)));
        return graph.squareRoot(graph.add(variance, graph.scalar(EPSILON * EPSILON)));
    }

    /// 8 features: what is left after smoothing, and how far the blobs stand out of it, each over a 2 × 2 grid.
    private void highFrequencyFeatures(String image, String blobs) {
        String residue = graph.abs(graph.subtract(image, graph.averagePool(image, 3, 1, 1)));
        String noise = graph.averagePool(residue, 64);
        pool(noise);
        pool(graph.divide(graph.maxPool(blobs, 32), graph.add(noise, graph.scalar(EPSILON))));
    }

    private void pool(String pooled) {
        columns.add(graph.flatten(pooled));
    }
}
