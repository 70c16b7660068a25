package org.vigie.monitor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Model packages small enough to read: the score is the mean of the image, its one feature the same.
public final class TinyModel {

    private static final int SIDE = 8;
    private static final int FLOAT = 1;
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private TinyModel() {}

    public static byte[] zip(String name, String version) {
        return zip(name, version, "");
    }

    /// @param comment changes the bytes of the package and nothing else
    public static byte[] zip(String name, String version, String comment) {
        return zip(manifest(name, version, comment), onnx(SIDE));
    }

    public static byte[] zip(String manifest, byte[] onnx) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("model.yaml", manifest.getBytes(StandardCharsets.UTF_8));
        files.put("model.onnx", onnx);
        return zip(files);
    }

    public static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static String manifest(String name, String version, String comment) {
        return """
                # %s
                name: %s
                version: %s
                task: binary-classification
                target: nodule
                selects: { modality: [DX], viewPosition: [PA] }
                input: { name: image, layout: NCHW, dtype: float32, shape: [batch, 1, 8, 8] }
                preprocess:
                  - modality-lut
                  - resize: { width: 8, height: 8, interpolation: bilinear }
                  - rescale: { from: [0, 4095], to: [0, 1] }
                outputs:
                  scores: { name: score, activation: none, labels: [nodule] }
                  features: { name: features }
                threshold: 0.5
                """.formatted(comment, name, version);
    }

    /// The graph for square images of that side.
    public static byte[] onnx(int side) {
        byte[] graph = concat(
                field(1, node("GlobalAveragePool", "image", "mean")),
                field(1, node("Flatten", "mean", "score")),
                field(1, node("Identity", "score", "features")),
                field(2, text("tiny")),
                field(11, tensor("image", 1, side, side)),
                field(12, tensor("score", 1)),
                field(12, tensor("features", 1)));
        return concat(varint(1, 8), field(7, graph), field(8, concat(field(1, text("")), varint(2, 17))));
    }

    private static byte[] node(String operator, String input, String output) {
        return concat(field(1, text(input)), field(2, text(output)), field(4, text(operator)));
    }

    private static byte[] tensor(String name, int... sizes) {
        byte[] dimensions = field(1, field(2, text("batch")));
        for (int size : sizes) {
            dimensions = concat(dimensions, field(1, varint(1, size)));
        }
        byte[] type = concat(varint(1, FLOAT), field(2, dimensions));
        return concat(field(1, text(name)), field(2, field(1, type)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] field(int number, byte[] content) {
        return concat(raw(number << 3 | LENGTH_DELIMITED), raw(content.length), content);
    }

    private static byte[] varint(int number, int value) {
        return concat(raw(number << 3 | VARINT), raw(value));
    }

    private static byte[] raw(int value) {
        var bytes = new ByteArrayOutputStream();
        int rest = value;
        while (rest > 0x7F) {
            bytes.write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
