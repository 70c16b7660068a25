package org.vigie.modelpackage;

import java.nio.charset.StandardCharsets;
import org.vigie.modelpackage.ModelPackageException.OnnxDoesNotLoad;

/// The few fields of an ONNX file (`onnx.proto`, message ModelProto) that ONNX Runtime does not tell.
///
/// @param irVersion field 1
/// @param opset version of the default operator set, field 8
/// @param externalData whether an initializer keeps its values in another file
record OnnxHeader(long irVersion, int opset, boolean externalData) {

    static OnnxHeader read(byte[] onnx) throws OnnxDoesNotLoad {
        ProtoReader model = new ProtoReader(onnx, 0, onnx.length);
        long irVersion = 0;
        long opset = 0;
        boolean externalData = false;
        while (model.next()) {
            switch (model.field()) {
                case 1 -> irVersion = model.varint();
                case 7 -> externalData |= hasExternalData(model.message());
                case 8 -> opset = Math.max(opset, defaultOpset(model.message()));
                default -> model.skip();
            }
        }
        if (irVersion <= 0 || opset <= 0 || opset > 10_000) {
            throw new OnnxDoesNotLoad("the file has no IR version or no operator set: it is not an ONNX model");
        }
        return new OnnxHeader(irVersion, (int) opset, externalData);
    }

    /// @return the version, or 0 when the set is not the default one
    private static long defaultOpset(ProtoReader set) throws OnnxDoesNotLoad {
        String domain = "";
        long version = 0;
        while (set.next()) {
            switch (set.field()) {
                case 1 -> domain = new String(set.bytes(), StandardCharsets.UTF_8);
                case 2 -> version = set.varint();
                default -> set.skip();
            }
        }
        return domain.isEmpty() || domain.equals("ai.onnx") ? version : 0;
    }

    /// GraphProto.initializer is field 5; TensorProto.external_data is field 13, data_location field 14.
    private static boolean hasExternalData(ProtoReader graph) throws OnnxDoesNotLoad {
        boolean found = false;
        while (graph.next()) {
            if (graph.field() != 5) {
                graph.skip();
                continue;
            }
            ProtoReader tensor = graph.message();
            while (tensor.next()) {
                found |= tensor.field() == 13 || (tensor.field() == 14 && tensor.peekVarint() == 1);
                tensor.skip();
            }
        }
        return found;
    }
}
