package org.vigie.dicom.pixel;

import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomException.Reason;
import org.vigie.dicom.Tag;

/// Luminance of colours.
final class Colours {

    private Colours() {}

    private static float luminance(int red, int green, int blue) {
        return (float) (0.299 * red + 0.587 * green + 0.114 * blue);
    }

    static float[] luminance(int[] rgb) {
        float[] values = new float[rgb.length / 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = luminance(rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]);
        }
        return values;
    }

    /// The first sample of YBR_FULL is the luminance.
    static float[] firstOfThree(int[] ybr) {
        float[] values = new float[ybr.length / 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = ybr[3 * i];
        }
        return values;
    }

    static float[] paletteLuminance(int[] indices, DataSet dataSet) throws DicomException {
        if (!dataSet.contains(Tag.RedPaletteColorLookupTableData)
                && dataSet.contains(Tag.SegmentedRedPaletteColorLookupTableData)) {
            throw new DicomException(Reason.UNSUPPORTED_PIXEL_FORMAT, "Palette is segmented");
        }
        LookupTable red =
                LookupTable.of(dataSet, Tag.RedPaletteColorLookupTableDescriptor, Tag.RedPaletteColorLookupTableData);
        LookupTable green = LookupTable.of(
                dataSet, Tag.GreenPaletteColorLookupTableDescriptor, Tag.GreenPaletteColorLookupTableData);
        LookupTable blue =
                LookupTable.of(dataSet, Tag.BluePaletteColorLookupTableDescriptor, Tag.BluePaletteColorLookupTableData);
        float[] values = new float[indices.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = luminance(red.at(indices[i]), green.at(indices[i]), blue.at(indices[i]));
        }
        return values;
    }
}
