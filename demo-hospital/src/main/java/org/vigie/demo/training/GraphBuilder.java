package org.vigie.demo.training;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/// Writes an ONNX graph node by node. Each method adds a node and returns the name of its output.
final class GraphBuilder {
    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private int names;

    GraphBuilder(String name) {
        graph.setName(name);
    }

    /// An input or output has a size of -1 where any number of cases may come.
    String input(String name, long... shape) {
        graph.addInput(value(name, shape));
        return name;
    }

    void output(String name, String from, long... shape) {
        graph.addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput(from).addOutput(name));
        graph.addOutput(value(name, shape));
    }

    String constant(float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        bytes.flip();
        return constant(TensorProto.DataType.FLOAT, ByteString.copyFrom(bytes), shape);
    }

    String scalar(double value) {
        return constant(new float[] {(float) value});
    }

    private String integers(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            bytes.putLong(value);
        }
        bytes.flip();
        return constant(TensorProto.DataType.INT64, ByteString.copyFrom(bytes), values.length);
    }

    private String constant(TensorProto.DataType type, ByteString raw, long... shape) {
        String name = "c" + names++;
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(raw);
        Arrays.stream(shape).forEach(tensor::addDims);
        graph.addInitializer(tensor);
        return name;
    }

    String add(String a, String b) {
        return node("Add", a, b);
    }

    String subtract(String a, String b) {
        return node("Sub", a, b);
    }

    String multiply(String a, String b) {
        return node("Mul", a, b);
    }

    String divide(String a, String b) {
        return node("Div", a, b);
    }

    String relu(String x) {
        return node("Relu", x);
    }

    String abs(String x) {
        return node("Abs", x);
    }

    String negate(String x) {
        return node("Neg", x);
    }

    String squareRoot(String x) {
        return node("Sqrt", x);
    }

    String sigmoid(String x) {
        return node("Sigmoid", x);
    }

    String largest(List<String> maps) {
        return node("Max", maps.toArray(String[]::new));
    }

    String meanOverImage(String x) {
        return node("GlobalAveragePool", x);
    }

    String maxOverImage(String x) {
        return node("GlobalMaxPool", x);
    }

    /// Convolution that keeps the size; the border is zero.
    String convolve(String x, String weights, int kernel) {
        int pad = kernel / 2;
        return add(NodeProto.newBuilder()
                .setOpType("Conv")
                .addInput(x)
                .addInput(weights)
                .addAttribute(ints("kernel_shape", kernel, kernel))
                .addAttribute(ints("pads", pad, pad, pad, pad)));
    }

    String maxPool(String x, int kernel) {
        return add(NodeProto.newBuilder()
                .setOpType("MaxPool")
                .addInput(x)
                .addAttribute(ints("kernel_shape", kernel, kernel))
                .addAttribute(ints("strides", kernel, kernel)));
    }

    String averagePool(String x, int kernel) {
        return averagePool(x, kernel, kernel, 0);
    }

    String averagePool(String x, int kernel, int stride, int pad) {
        return add(NodeProto.newBuilder()
                .setOpType("AveragePool")
                .addInput(x)
                .addAttribute(ints("kernel_shape", kernel, kernel))
                .addAttribute(ints("strides", stride, stride))
                .addAttribute(ints("pads", pad, pad, pad, pad)));
    }

    /// One channel out of several.
    String channel(String x, int channel) {
        return node("Slice", x, integers(channel), integers(channel + 1L), integers(1));
    }

    String flatten(String x) {
        return node("Flatten", x);
    }

    String concatenate(List<String> columns) {
        NodeProto.Builder node = NodeProto.newBuilder()
                .setOpType("Concat")
                .addAllInput(columns)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("axis")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(1));
        return add(node);
    }

    String gemm(String x, String weights, String bias) {
        return node("Gemm", x, weights, bias);
    }

    byte[] build(String producer) {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName(producer)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private String node(String type, String... inputs) {
        return add(NodeProto.newBuilder().setOpType(type).addAllInput(List.of(inputs)));
    }

    private String add(NodeProto.Builder node) {
        String name = "t" + names++;
        graph.addNode(node.setName(name).addOutput(name));
        return name;
    }

    private static AttributeProto ints(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        Arrays.stream(values).forEach(attribute::addInts);
        return attribute.build();
    }

    private static ValueInfoProto value(String name, long... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (long size : shape) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            dimensions.addDim(size < 0 ? dimension.setDimParam("batch") : dimension.setDimValue(size));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(dimensions)))
                .build();
    }
}
