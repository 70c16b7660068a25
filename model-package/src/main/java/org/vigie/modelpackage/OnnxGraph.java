package org.vigie.modelpackage;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.modelpackage.ModelPackageException.OnnxDoesNotLoad;

/// What an ONNX graph says of itself.
///
/// @param inputs by name, in the graph's order, weights left out
public record OnnxGraph(int opset, Map<String, Node> inputs, Map<String, Node> outputs) {

    /// @param type ONNX element type in lower case (`float`, `int64` …) or `not a tensor`
    /// @param shape -1 where a size is free
    public record Node(String type, long[] shape) {

        public Node {
            shape = shape.clone();
        }

        @Override
        public long[] shape() {
            return shape.clone();
        }

        @Override
        public String toString() {
            return type
                    + Arrays.stream(shape)
                            .mapToObj(size -> size < 0 ? "?" : Long.toString(size))
                            .collect(Collectors.joining(", ", "[", "]"));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Node(String itsType, long[] itsShape)
                    && type.equals(itsType)
                    && Arrays.equals(shape, itsShape);
        }

        @Override
        public int hashCode() {
            return 31 * type.hashCode() + Arrays.hashCode(shape);
        }
    }

    /// Loads the graph once, on the CPU and without optimising it.
    public static OnnxGraph read(byte[] onnx) throws OnnxDoesNotLoad {
        OnnxHeader header = OnnxHeader.read(onnx);
        if (header.externalData()) {
            throw new OnnxDoesNotLoad("weights lie in another file; save the model with its weights inside");
        }
        OrtEnvironment environment = OnnxEngine.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(onnx, options)) {
                return new OnnxGraph(header.opset(), nodes(session.getInputInfo()), nodes(session.getOutputInfo()));
            }
        } catch (OrtException e) {
            throw new OnnxDoesNotLoad(OnnxEngine.reason(e));
        }
    }

    private static Map<String, Node> nodes(Map<String, NodeInfo> infos) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        infos.forEach((name, info) -> nodes.put(
                name,
                info.getInfo() instanceof TensorInfo tensor
                        ? new Node(tensor.type.name().toLowerCase(Locale.ROOT), tensor.getShape())
                        : new Node("not a tensor", new long[0])));
        return nodes;
    }
}
