package org.vigie.monitor.study;

import static org.vigie.dicom.Tag.*;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.Dictionary;
import org.vigie.dicom.Vr;

/// The attributes of a de-identified object that are kept beside it, by their DICOM keywords in camelCase: one value as
/// itself, several as a list, numbers as numbers. The patient's age is a band under `patientAgeBand`, and serial
/// number, station and protocol are pseudonyms.
final class TechnicalAttributes {

    private static final int[] KEPT = {
        Modality,
        Manufacturer,
        ManufacturerModelName,
        SoftwareVersions,
        DeviceSerialNumber,
        StationName,
        DetectorID,
        DetectorType,
        BodyPartExamined,
        ViewPosition,
        Laterality,
        ImageLaterality,
        PatientPosition,
        PatientSex,
        PresentationIntentType,
        ImageType,
        ProtocolName,
        SequenceName,
        ScanningSequence,
        ScanOptions,
        KVP,
        XRayTubeCurrent,
        ExposureTime,
        Exposure,
        ExposureIndex,
        DeviationIndex,
        Grid,
        FilterType,
        ConvolutionKernel,
        DistanceSourceToDetector,
        MagneticFieldStrength,
        RepetitionTime,
        EchoTime,
        FlipAngle,
        SliceThickness,
        SpacingBetweenSlices,
        PixelSpacing,
        ImagerPixelSpacing,
        Rows,
        Columns,
        NumberOfFrames,
        BitsAllocated,
        BitsStored,
        PixelRepresentation,
        SamplesPerPixel,
        PhotometricInterpretation,
        RescaleSlope,
        RescaleIntercept,
        RescaleType,
        LossyImageCompression
    };

    private static final List<Vr> NUMBERS = List.of(Vr.DS, Vr.IS, Vr.US, Vr.SS, Vr.UL, Vr.SL, Vr.FL, Vr.FD);

    private TechnicalAttributes() {}

    static Map<String, Object> of(DataSet deidentified) {
        var attributes = new LinkedHashMap<String, Object>();
        for (int tag : KEPT) {
            value(deidentified, tag).ifPresent(value -> attributes.put(keyword(tag), value));
        }
        deidentified.string(PatientAge).ifPresent(age -> attributes.put("patientAgeBand", age));
        return attributes;
    }

    private static Optional<Object> value(DataSet dataSet, int tag) {
        List<?> values = NUMBERS.contains(Dictionary.vr(tag))
                ? Arrays.stream(dataSet.decimals(tag))
                        .boxed()
                        .map(TechnicalAttributes::plain)
                        .toList()
                : dataSet.strings(tag).stream().filter(text -> !text.isBlank()).toList();
        return switch (values.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(values.getFirst());
            default -> Optional.of(values);
        };
    }

    /// Whole numbers without a decimal point.
    private static Number plain(double number) {
        if (number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE) {
            return (int) number;
        }
        return number;
    }

    /// `ManufacturerModelName` becomes `manufacturerModelName`, `KVP` becomes `kvp`, `DetectorID` becomes `detectorId`.
    static String keyword(int tag) {
        String keyword = Dictionary.keyword(tag).orElseThrow();
        if (keyword.equals("KVP")) {
            return "kvp";
        }
        String lower = Character.toLowerCase(keyword.charAt(0)) + keyword.substring(1);
        if (keyword.startsWith("XRay")) {
            lower = "xRay" + keyword.substring(4);
        }
        return lower.endsWith("ID") ? lower.substring(0, lower.length() - 1) + "d" : lower;
    }
}
