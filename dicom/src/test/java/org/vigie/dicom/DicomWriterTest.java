package org.vigie.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DicomWriterTest {

    @Test
    void fileMetaInformationIsComplete() throws DicomException {
        byte[] written = DicomWriter.write(
                TestObjects.image(1, 1).words(Tag.PixelData, new short[] {1}).build());

        assertThat(Arrays.copyOf(written, 128)).containsOnly(0);
        DataSet meta = DicomReader.read(written, DicomLimits.DEFAULT).fileMeta();
        assertThat(meta.bytes(Tag.FileMetaInformationVersion)).contains(Bytes.copyOf(new byte[] {0, 1}));
        assertThat(meta.string(Tag.MediaStorageSOPClassUID)).contains(TestObjects.COMPUTED_RADIOGRAPHY);
        assertThat(meta.string(Tag.ImplementationClassUID)).contains(DicomWriter.IMPLEMENTATION_CLASS_UID);
        int groupLength = meta.integer(Tag.FileMetaInformationGroupLength).orElseThrow();
        int firstElement = 128 + 4 + 12 + groupLength;
        assertThat(Arrays.copyOfRange(written, firstElement, firstElement + 2)).containsExactly(8, 0);
    }

    @Test
    void theImplementationUidIsValid() {
        assertThat(DicomWriter.IMPLEMENTATION_CLASS_UID).matches("2\\.25\\.[1-9]\\d{1,38}");
    }

    @Test
    void anObjectWithoutInstanceUidIsRefused() {
        DataSet dataSet = DataSet.builder().string(Tag.SOPClassUID, "1.2").build();

        assertThatThrownBy(() -> DicomWriter.write(dataSet)).hasMessage("SOPInstanceUID (0008,0018) is missing");
    }

    @Test
    void compressedPixelsNeedTheirTransferSyntax() {
        DataSet dataSet = TestObjects.image(1, 1)
                .put(new Element.Fragments(Tag.PixelData, Vr.OB, Bytes.EMPTY, List.of(Bytes.copyOf(new byte[3]))))
                .build();

        assertThatThrownBy(() -> DicomWriter.write(dataSet))
                .hasMessage("Pixels are encapsulated, but the transfer syntax is native");
    }

    @Test
    void oddFragmentsArePadded() throws DicomException {
        DataSet dataSet = TestObjects.image(1, 1)
                .put(new Element.Fragments(
                        Tag.PixelData, Vr.OB, Bytes.EMPTY, List.of(Bytes.copyOf(new byte[] {1, 2, 3}))))
                .build();

        byte[] written = DicomWriter.write(new DicomObject(DataSet.EMPTY, TransferSyntax.JPEG_BASELINE, dataSet));

        DicomObject read = DicomReader.read(written, DicomLimits.DEFAULT);
        assertThat(read.transferSyntax()).isEqualTo(TransferSyntax.JPEG_BASELINE);
        assertThat(read.dataSet().element(Tag.PixelData).orElseThrow())
                .isEqualTo(new Element.Fragments(
                        Tag.PixelData, Vr.OB, Bytes.EMPTY, List.of(Bytes.copyOf(new byte[] {1, 2, 3, 0}))));
    }

    @Test
    void textTooLongForItsRepresentationBecomesUnknown() throws DicomException {
        String[] values = new String[5_000];
        Arrays.fill(values, "1234567890.12345");
        DataSet dataSet =
                TestObjects.image(1, 1).string(Tag.WindowCenter, values).build();

        DataSet read = DicomReader.read(DicomWriter.write(dataSet), DicomLimits.DEFAULT)
                .dataSet();

        assertThat(read.decimals(Tag.WindowCenter)).hasSize(5_000).containsOnly(1234567890.12345);
    }
}
