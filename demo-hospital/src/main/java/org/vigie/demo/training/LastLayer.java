package org.vigie.demo.training;

/// The fitted part: one weight per feature and an intercept, with the standardisation of the features folded in.
record LastLayer(double[] weights, double intercept) {
    LastLayer {
        if (weights.length != Backbone.FEATURES) {
            throw new IllegalArgumentException(
                    "%d weights for %d features".formatted(weights.length, Backbone.FEATURES));
        }
        weights = weights.clone();
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    /// A layer that knows nothing, for a graph of which only the features are wanted.
    static LastLayer untrained() {
        return new LastLayer(new double[Backbone.FEATURES], 0);
    }

    double score(float[] features) {
        double sum = intercept;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
