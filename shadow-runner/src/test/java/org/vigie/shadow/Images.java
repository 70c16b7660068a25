package org.vigie.shadow;

import java.util.Arrays;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomWriter;
import org.vigie.dicom.Tag;

final class Images {

    private Images() {}

    /// An eight-bit image of one value.
    static byte[] flat(int rows, int columns, int value, String photometric) throws DicomException {
        short[] pixels = new short[rows * columns];
        Arrays.fill(pixels, (short) value);
        return DicomWriter.write(DataSet.builder()
                .string(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.1.1")
                .string(Tag.SOPInstanceUID, "2.25.1")
                .string(Tag.PhotometricInterpretation, photometric)
                .integer(Tag.SamplesPerPixel, 1)
                .integer(Tag.Rows, rows)
                .integer(Tag.Columns, columns)
                .integer(Tag.BitsAllocated, 16)
                .integer(Tag.BitsStored, 8)
                .integer(Tag.HighBit, 7)
                .integer(Tag.PixelRepresentation, 0)
                .words(Tag.PixelData, pixels)
                .build());
    }
}
