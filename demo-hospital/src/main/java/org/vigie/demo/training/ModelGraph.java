package org.vigie.demo.training;

/// A whole model as ONNX: `image` [batch, 1, 128, 128] in, `score` [batch, 1] and `features` [batch, 256] out.
final class ModelGraph {
    static final String IMAGE = "image";
    static final String SCORE = "score";
    static final String FEATURES = "features";

    private ModelGraph() {}

    static byte[] build(LastLayer layer) {
        GraphBuilder graph = new GraphBuilder("chest-nodule");
        String image = graph.input(IMAGE, -1, 1, Backbone.SIZE, Backbone.SIZE);
        String features = Backbone.addTo(graph, image);
        float[] weights = new float[Backbone.FEATURES];
        double[] fitted = layer.weights();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) fitted[i];
        }
        String logit = graph.gemm(
                features,
                graph.constant(weights, Backbone.FEATURES, 1),
                graph.constant(new float[] {(float) layer.intercept()}, 1));
        graph.output(SCORE, graph.sigmoid(logit), -1, 1);
        graph.output(FEATURES, features, -1, Backbone.FEATURES);
        return graph.build("vigie-demo-hospital");
    }
}
