package org.vigie.modelpackage;

import java.util.List;
import java.util.Optional;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomObject;
import org.vigie.dicom.Tag;
import org.vigie.dicom.pixel.FrameFormat;
import org.vigie.dicom.pixel.GreyImage;
import org.vigie.dicom.pixel.Photometric;
import org.vigie.dicom.pixel.PixelData;
import org.vigie.dicom.pixel.Voi;

/// The one grey frame of an object, larger meaning brighter, and what was done to its stored values for that.
///
/// @param inverted whether it was MONOCHROME1
/// @param rescaled whether its modality transformation changes values
/// @param voi the window or table that the object offers first
record SourceImage(GreyPlane plane, int bitsStored, boolean inverted, boolean rescaled, Optional<Voi> voi) {

    static SourceImage of(DicomObject object) throws DicomException, UnsuitableImage {
        PixelData pixels = PixelData.of(object);
        if (pixels.frameCount() != 1) {
            throw new UnsuitableImage(
                    "multi-frame", "the model takes one image, the object has " + pixels.frameCount() + " frames");
        }
        FrameFormat format = pixels.format();
        boolean inverted = format.photometric() == Photometric.MONOCHROME1;
        if (!inverted && format.photometric() != Photometric.MONOCHROME2) {
            throw new UnsuitableImage("not-grey", "the model takes grey images, the object is " + format.photometric());
        }
        GreyImage grey = pixels.grey(0);
        List<Voi> offered = pixels.voi(0);
        DataSet dataSet = object.dataSet();
        boolean table = !dataSet.sequence(Tag.ModalityLUTSequence).isEmpty();
        double slope = dataSet.decimal(Tag.RescaleSlope).orElse(1);
        double intercept = dataSet.decimal(Tag.RescaleIntercept).orElse(0);
        double first = format.minimum() * slope + intercept;
        double second = format.maximum() * slope + intercept;
        if (table) {
            first = 0;
            second = (1 << 16) - 1;
        }
        return new SourceImage(
                new GreyPlane(
                        grey.values(), grey.columns(), grey.rows(), Math.min(first, second), Math.max(first, second)),
                format.bitsStored(),
                inverted,
                table || slope != 1 || intercept != 0,
                offered.stream().findFirst());
    }
}
