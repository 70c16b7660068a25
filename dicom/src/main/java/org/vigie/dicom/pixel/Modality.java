package org.vigie.dicom.pixel;

import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomException.Reason;
import org.vigie.dicom.Tag;

/// From stored values to those of the modality (PS3.3 C.11.1).
sealed interface Modality {

    /// Grey values; `mirrored` turns the image around.
    float[] toGrey(int[] stored, FrameFormat format, boolean mirrored);

    /// What a value and its mirrored value add up to.
    double mirrorSum(FrameFormat format);

    /// @param source where Rescale Slope and Intercept stand
    /// @param dataSet where Modality LUT Sequence stands
    static Modality of(DataSet source, DataSet dataSet) throws DicomException {
        if (!dataSet.sequence(Tag.ModalityLUTSequence).isEmpty()) {
            return new Table(
                    LookupTable.of(dataSet.sequence(Tag.ModalityLUTSequence).getFirst()));
        }
        return new Rescale(decimal(source, Tag.RescaleSlope, 1), decimal(source, Tag.RescaleIntercept, 0));
    }

    private static double decimal(DataSet dataSet, int tag, double otherwise) throws DicomException {
        if (dataSet.string(tag).isEmpty()) {
            return otherwise;
        }
        return dataSet.decimal(tag)
                .orElseThrow(() -> new DicomException(Reason.MALFORMED, Tag.toString(tag) + " is not a number"));
    }

    /// `slope · stored + intercept`.
    record Rescale(double slope, double intercept) implements Modality {

        @Override
        public float[] toGrey(int[] stored, FrameFormat format, boolean mirrored) {
            double scale = mirrored ? -slope : slope;
            double shift = mirrored ? slope * (format.minimum() + format.maximum()) + intercept : intercept;
            float[] values = new float[stored.length];
            if (format.bitsStored() == 32 && !format.signed()) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (scale * Integer.toUnsignedLong(stored[i]) + shift);
                }
            } else {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (scale * stored[i] + shift);
                }
            }
            return values;
        }

        @Override
        public double mirrorSum(FrameFormat format) {
            return slope * (format.minimum() + format.maximum()) + 2 * intercept;
        }
    }

    /// A table; mirrored values are mirrored among its entries.
    record Table(LookupTable table) implements Modality {

        @Override
        public float[] toGrey(int[] stored, FrameFormat format, boolean mirrored) {
            float[] values = new float[stored.length];
            for (int i = 0; i < values.length; i++) {
                int entry = table.at(stored[i]);
                values[i] = mirrored ? table.maximum() - entry : entry;
            }
            return values;
        }

        @Override
        public double mirrorSum(FrameFormat format) {
            return table.maximum();
        }
    }
}
