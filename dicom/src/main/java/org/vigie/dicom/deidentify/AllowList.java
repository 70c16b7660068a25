package org.vigie.dicom.deidentify;

import static org.vigie.dicom.Tag.*;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.dicom.Tag;

/// The attributes that pass a [Deidentifier], each by a rule of its own; all others are dropped.
public final class AllowList {

    /// What passes at the top of an object.
    static final Map<Integer, Rule> TOP = top();

    /// What passes inside the sequences that pass: what is needed to understand pixel values.
    static final Map<Integer, Rule> NESTED = nested();

    private AllowList() {}

    /// All attributes that may be in a de-identified object, besides the three that mark it as such.
    public static Set<Integer> tags() {
        return Collections.unmodifiableSet(TOP.keySet());
    }

    private static Map<Integer, Rule> top() {
        Map<Integer, Rule> rules = nested();
        add(rules, Rule.CLASS_UID, SOPClassUID);
        add(rules, Rule.UID, StudyInstanceUID, SeriesInstanceUID, SOPInstanceUID, FrameOfReferenceUID);
        add(rules, Rule.PATIENT, PatientID);
        add(rules, Rule.SEX, PatientSex);
        add(rules, Rule.AGE, PatientAge);
        add(rules, Rule.DATE, StudyDate, SeriesDate, AcquisitionDate, ContentDate);
        add(rules, Rule.TIME, StudyTime, SeriesTime, AcquisitionTime, ContentTime);
        add(rules, Rule.DATE_TIME, AcquisitionDateTime);
        add(rules, Rule.DEVICE, StationName, DeviceSerialNumber, DetectorID);
        add(rules, Rule.TEXT, ProtocolName);
        addEquipment(rules);
        addAcquisition(rules);
        addImage(rules);
        return rules;
    }

    private static void addEquipment(Map<Integer, Rule> rules) {
        add(
                rules,
                Rule.NAME,
                Manufacturer,
                ManufacturerModelName,
                SoftwareVersions,
                ConvolutionKernel,
                FilterType,
                Grid,
                ReceiveCoilName,
                SequenceName,
                ExposureControlMode);
        add(rules, Rule.NUMBER, MagneticFieldStrength, SpatialResolution);
        add(rules, Rule.CODE, DetectorType, PositionerType, DetectorConditionsNominalFlag);
    }

    private static void addAcquisition(Map<Integer, Rule> rules) {
        add(rules, Rule.CODE, Modality, ConversionType, PresentationIntentType, BodyPartExamined, ViewPosition);
        add(rules, Rule.CODE, Laterality, ImageLaterality, PatientPosition, PatientOrientation, RotationDirection);
        add(rules, Rule.CODE, ScanningSequence, SequenceVariant, ScanOptions, MRAcquisitionType);
        add(
                rules,
                Rule.NUMBER,
                KVP,
                XRayTubeCurrent,
                ExposureTime,
                Exposure,
                ExposureInuAs,
                GeneratorPower,
                FocalSpots);
        add(rules, Rule.NUMBER, Sensitivity, RelativeXRayExposure, ExposureIndex, TargetExposureIndex, DeviationIndex);
        add(rules, Rule.NUMBER, CTDIvol, SpiralPitchFactor, SingleCollimationWidth, TotalCollimationWidth);
        add(rules, Rule.NUMBER, DataCollectionDiameter, ReconstructionDiameter, DistanceSourceToDetector);
        add(rules, Rule.NUMBER, DistanceSourceToPatient, GantryDetectorTilt, TableHeight);
        add(rules, Rule.NUMBER, BodyPartThickness, CompressionForce);
        add(rules, Rule.NUMBER, RepetitionTime, EchoTime, InversionTime, EchoNumbers, EchoTrainLength, FlipAngle);
        add(rules, Rule.NUMBER, NumberOfAverages, ImagingFrequency, PercentSampling, PixelBandwidth, AcquisitionMatrix);
        add(rules, Rule.NUMBER, SeriesNumber, AcquisitionNumber, InstanceNumber, ImagesInAcquisition, SliceLocation);
        add(rules, Rule.NUMBER, ImagePositionPatient, ImageOrientationPatient, ImagerPixelSpacing);
    }

    private static void addImage(Map<Integer, Rule> rules) {
        add(rules, Rule.CODE, ImageType, PhotometricInterpretation, BurnedInAnnotation, RecognizableVisualFeatures);
        add(rules, Rule.CODE, LossyImageCompression, LossyImageCompressionMethod, PresentationLUTShape);
        add(rules, Rule.CODE, PixelIntensityRelationship, QualityControlImage);
        add(rules, Rule.NUMBER, SamplesPerPixel, PlanarConfiguration, NumberOfFrames, Rows, Columns, PixelAspectRatio);
        add(
                rules,
                Rule.NUMBER,
                BitsAllocated,
                BitsStored,
                HighBit,
                PixelRepresentation,
                PixelIntensityRelationshipSign);
        add(rules, Rule.NUMBER, SmallestImagePixelValue, LargestImagePixelValue);
        add(rules, Rule.NUMBER, PixelPaddingValue, PixelPaddingRangeLimit, LossyImageCompressionRatio);
        add(
                rules,
                Rule.NUMBER,
                RedPaletteColorLookupTableDescriptor,
                GreenPaletteColorLookupTableDescriptor,
                BluePaletteColorLookupTableDescriptor);
        add(
                rules,
                Rule.TABLE,
                RedPaletteColorLookupTableData,
                GreenPaletteColorLookupTableData,
                BluePaletteColorLookupTableData);
        add(rules, Rule.PIXELS, PixelData);
    }

    private static Map<Integer, Rule> nested() {
        Map<Integer, Rule> rules = new TreeMap<>(Integer::compareUnsigned);
        add(rules, Rule.NUMBER, RescaleSlope, RescaleIntercept, WindowCenter, WindowWidth, LUTDescriptor);
        add(rules, Rule.CODE, RescaleType, VOILUTFunction, ModalityLUTType);
        add(rules, Rule.TABLE, LUTData);
        add(rules, Rule.NUMBER, PixelSpacing, SliceThickness, SpacingBetweenSlices);
        add(rules, Rule.SEQUENCE, ModalityLUTSequence, VOILUTSequence);
        add(rules, Rule.SEQUENCE, SharedFunctionalGroupsSequence, PerFrameFunctionalGroupsSequence);
        add(rules, Rule.SEQUENCE, PixelValueTransformationSequence, FrameVOILUTSequence, PixelMeasuresSequence);
        return rules;
    }

    private static void add(Map<Integer, Rule> rules, Rule rule, int... tags) {
        for (int tag : tags) {
            if (rules.put(tag, rule) != null) {
                throw new IllegalStateException(Tag.toString(tag) + " is listed twice");
            }
        }
    }
}
