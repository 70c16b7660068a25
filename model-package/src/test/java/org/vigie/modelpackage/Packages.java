package org.vigie.modelpackage;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DataSetBuilder;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomLimits;
import org.vigie.dicom.DicomObject;
import org.vigie.dicom.DicomReader;
import org.vigie.dicom.DicomWriter;
import org.vigie.dicom.Tag;

/// Packages and images for tests.
final class Packages {

    static final String YAML = """
            name: brightness
            version: 1.0.0
            task: binary-classification
            target: bright
            selects: { modality: [DX], bodyPart: [CHEST] }
            input: { name: image, layout: NCHW, dtype: float32, shape: [batch, 1, height, width] }
            preprocess:
              - monochrome2
              - bit-depth: 8
              - rescale: { from: [0, 255], to: [0, 1] }
            outputs:
              scores: { name: score, activation: none, labels: [bright] }
              features: { name: features }
            threshold: 0.5
            """;

    private Packages() {}

    static SortedMap<String, byte[]> files(String yaml, byte[] onnx) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("model.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        files.put("model.onnx", onnx);
        return files;
    }

    static ModelPackage open(String yaml, byte[] onnx) throws ModelPackageException {
        return open(files(yaml, onnx));
    }

    static ModelPackage open(SortedMap<String, byte[]> files) throws ModelPackageException {
        return ModelPackage.fromZip(Archive.toZip(files), ArchiveLimits.DEFAULT);
    }

    /// A 2 x 2 image; values as stored.
    static DataSetBuilder image(String photometric, int bitsStored, int... stored) {
        short[] words = new short[stored.length];
        for (int i = 0; i < stored.length; i++) {
            words[i] = (short) stored[i];
        }
        return DataSet.builder()
                .string(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.1.1")
                .string(Tag.SOPInstanceUID, "2.25.1")
                .string(Tag.PhotometricInterpretation, photometric)
                .integer(Tag.SamplesPerPixel, 1)
                .integer(Tag.Rows, 2)
                .integer(Tag.Columns, stored.length / 2)
                .integer(Tag.BitsAllocated, 16)
                .integer(Tag.BitsStored, bitsStored)
                .integer(Tag.HighBit, bitsStored - 1)
                .integer(Tag.PixelRepresentation, 0)
                .words(Tag.PixelData, words);
    }

    static byte[] file(DataSetBuilder image) throws DicomException {
        return DicomWriter.write(image.build());
    }

    static DicomObject object(DataSetBuilder image) throws DicomException {
        return DicomReader.read(file(image), DicomLimits.DEFAULT);
    }
}
