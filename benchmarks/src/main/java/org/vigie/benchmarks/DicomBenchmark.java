package org.vigie.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomLimits;
import org.vigie.dicom.DicomReader;
import org.vigie.dicom.DicomWriter;
import org.vigie.dicom.Tag;
import org.vigie.dicom.pixel.GreyImage;
import org.vigie.dicom.pixel.PixelData;

/// What reading one 512 × 512 × 16 bit image costs, from the bytes of the file to grey values.
///
/// Question it answers: how many native files a second can one core decode? The floor is the copy of the
/// file's bytes, measured beside it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DicomBenchmark {

    private static final int SIDE = 512;

    private byte[] file = {};

    @Setup
    public void writeFile() throws DicomException {
        var random = new SplittableRandom(1);
        var pixels = new short[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) random.nextInt(4_096);
        }
        file = DicomWriter.write(DataSet.builder()
                .string(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.2")
                .string(Tag.SOPInstanceUID, "2.25.1")
                .string(Tag.Modality, "CT")
                .integer(Tag.SamplesPerPixel, 1)
                .string(Tag.PhotometricInterpretation, "MONOCHROME2")
                .integer(Tag.Rows, SIDE)
                .integer(Tag.Columns, SIDE)
                .integer(Tag.BitsAllocated, 16)
                .integer(Tag.BitsStored, 12)
                .integer(Tag.HighBit, 11)
                .integer(Tag.PixelRepresentation, 0)
                .decimal(Tag.RescaleIntercept, -1024)
                .decimal(Tag.RescaleSlope, 1)
                .words(Tag.PixelData, pixels)
                .build());
    }

    @Benchmark
    public byte[] copyOfTheBytesAlone() {
        return file.clone();
    }

    @Benchmark
    public DataSet parse() throws DicomException {
        return DicomReader.read(file, DicomLimits.DEFAULT).dataSet();
    }

    @Benchmark
    public GreyImage parseAndDecode() throws DicomException {
        return PixelData.of(DicomReader.read(file, DicomLimits.DEFAULT)).grey(0);
    }
}
