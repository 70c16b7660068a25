package org.vigie.dicom.pixel;

import java.util.ArrayList;
import java.util.List;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomException.Reason;
import org.vigie.dicom.Tag;

/// A transformation to what is of interest to the eye (VOI LUT module, PS3.3 C.11.2).
public sealed interface Voi permits VoiWindow, VoiLut, MirroredVoi {

    /// The output for a value after the modality transformation, between `low` and `high`.
    double apply(double value, double low, double high);

    /// The same for a whole image.
    default GreyImage apply(GreyImage image, double low, double high) {
        float[] values = new float[image.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) apply(image.values()[i], low, high);
        }
        return new GreyImage(image.rows(), image.columns(), values);
    }

    /// What a data set (or an item of Frame VOI LUT Sequence) offers, in its order: tables first, then windows.
    ///
    /// Windows are meant for the values of the image as it is stored. They fit a [GreyImage] unless it is
    /// MONOCHROME1, which a GreyImage has turned around: see [PixelData#voi].
    ///
    /// @throws DicomException if one is malformed
    static List<Voi> of(DataSet dataSet) throws DicomException {
        List<Voi> found = new ArrayList<>();
        for (DataSet item : dataSet.sequence(Tag.VOILUTSequence)) {
            found.add(new VoiLut(LookupTable.of(item)));
        }
        double[] centers = dataSet.decimals(Tag.WindowCenter);
        double[] widths = dataSet.decimals(Tag.WindowWidth);
        if (centers.length != widths.length) {
            throw new DicomException(
                    Reason.MALFORMED,
                    "Window Center (0028,1050) has " + centers.length + " values, Window Width (0028,1051) "
                            + widths.length);
        }
        VoiWindow.Function function =
                function(dataSet.string(Tag.VOILUTFunction).orElse("LINEAR"));
        for (int i = 0; i < centers.length; i++) {
            try {
                found.add(new VoiWindow(centers[i], widths[i], function));
            } catch (IllegalArgumentException e) {
                throw new DicomException(Reason.MALFORMED, "Window Width (0028,1051) is too small for its function");
            }
        }
        return List.copyOf(found);
    }

    private static VoiWindow.Function function(String name) throws DicomException {
        for (VoiWindow.Function function : VoiWindow.Function.values()) {
            if (function.name().equals(name)) {
                return function;
            }
        }
        throw new DicomException(Reason.MALFORMED, "VOI LUT Function (0028,1056) is none of the standard's");
    }
}
