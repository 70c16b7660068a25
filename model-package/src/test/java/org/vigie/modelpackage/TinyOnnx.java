package org.vigie.modelpackage;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/// A graph small enough to be calculated by hand: the score is the mean of the image, the features are its mean and
/// its greatest value.
final class TinyOnnx {

    static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();
    static final int DOUBLE = TensorProto.DataType.DOUBLE.getNumber();

    private TinyOnnx() {}

    static byte[] meanAndMax() {
        return model(FLOAT, -1, 1, -1, -1).build().toByteArray();
    }

    /// @param sizes of the input; -1 where free
    static ModelProto.Builder model(int type, long... sizes) {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName("mean and max")
                .addInput(value("image", type, sizes))
                .addNode(node("GlobalAveragePool", List.of("image"), "pooled"))
                .addNode(node("Flatten", List.of("pooled"), "score"))
                .addNode(node("GlobalMaxPool", List.of("image"), "peak"))
                .addNode(node("Flatten", List.of("peak"), "flat"))
                .addNode(node("Concat", List.of("score", "flat"), "features").toBuilder()
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("axis")
                                .setType(AttributeProto.AttributeType.INT)
                                .setI(1))
                        .build())
                .addOutput(value("score", type, -1, 1))
                .addOutput(value("features", type, -1, 2));
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph);
    }

    /// The mean, of doubles.
    static ModelProto ofDoubles() {
        NodeProto mean = node("ReduceMean", List.of("image"), "score").toBuilder()
                .addAttribute(AttributeProto.newBuilder()
                        .setName("axes")
                        .setType(AttributeProto.AttributeType.INTS)
                        .addAllInts(List.of(2L, 3L)))
                .addAttribute(AttributeProto.newBuilder()
                        .setName("keepdims")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(0))
                .build();
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName("mean")
                .addInput(value("image", DOUBLE, -1, 1, -1, -1))
                .addNode(mean)
                .addNode(node("Identity", List.of("score"), "features"))
                .addOutput(value("score", DOUBLE, -1, 1))
                .addOutput(value("features", DOUBLE, -1, 1));
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build();
    }

    static TensorProto weightElsewhere() {
        return TensorProto.newBuilder()
                .setName("weight")
                .setDataType(FLOAT)
                .addDims(1)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue("../../etc/passwd"))
                .build();
    }

    static NodeProto node(String operator, List<String> inputs, String output) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .build();
    }

    static ValueInfoProto value(String name, int type, long... sizes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int i = 0; i < sizes.length; i++) {
            shape.addDim(
                    sizes[i] < 0
                            ? TensorShapeProto.Dimension.newBuilder().setDimParam("free" + i)
                            : TensorShapeProto.Dimension.newBuilder().setDimValue(sizes[i]));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)))
                .build();
    }
}
