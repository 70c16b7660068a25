package org.vigie.dicom;

/// Tags of the attributes that Vigie uses, named by their DICOM keywords (PS3.6).
///
/// A tag is the group in the upper and the element in the lower sixteen bits, so groups from 8000 on are negative
/// numbers in Java: compare tags with [Integer#compareUnsigned(int, int)].
@SuppressWarnings("MemberName") // the standard's own spelling is what a reader looks up
public final class Tag {

    public static final int FileMetaInformationGroupLength = 0x0002_0000;
    public static final int FileMetaInformationVersion = 0x0002_0001;
    public static final int MediaStorageSOPClassUID = 0x0002_0002;
    public static final int MediaStorageSOPInstanceUID = 0x0002_0003;
    public static final int TransferSyntaxUID = 0x0002_0010;
    public static final int ImplementationClassUID = 0x0002_0012;
    public static final int ImplementationVersionName = 0x0002_0013;
    public static final int SpecificCharacterSet = 0x0008_0005;
    public static final int ImageType = 0x0008_0008;
    public static final int SOPClassUID = 0x0008_0016;
    public static final int SOPInstanceUID = 0x0008_0018;
    public static final int StudyDate = 0x0008_0020;
    public static final int SeriesDate = 0x0008_0021;
    public static final int AcquisitionDate = 0x0008_0022;
    public static final int ContentDate = 0x0008_0023;
    public static final int AcquisitionDateTime = 0x0008_002A;
    public static final int StudyTime = 0x0008_0030;
    public static final int SeriesTime = 0x0008_0031;
    public static final int AcquisitionTime = 0x0008_0032;
    public static final int ContentTime = 0x0008_0033;
    public static final int AccessionNumber = 0x0008_0050;
    public static final int Modality = 0x0008_0060;
    public static final int ConversionType = 0x0008_0064;
    public static final int PresentationIntentType = 0x0008_0068;
    public static final int Manufacturer = 0x0008_0070;
    public static final int InstitutionName = 0x0008_0080;
    public static final int InstitutionAddress = 0x0008_0081;
    public static final int ReferringPhysicianName = 0x0008_0090;
    public static final int CodeValue = 0x0008_0100;
    public static final int CodingSchemeDesignator = 0x0008_0102;
    public static final int CodingSchemeVersion = 0x0008_0103;
    public static final int CodeMeaning = 0x0008_0104;
    public static final int StationName = 0x0008_1010;
    public static final int StudyDescription = 0x0008_1030;
    public static final int ProcedureCodeSequence = 0x0008_1032;
    public static final int SeriesDescription = 0x0008_103E;
    public static final int OperatorsName = 0x0008_1070;
    public static final int ManufacturerModelName = 0x0008_1090;
    public static final int ReferencedSOPClassUID = 0x0008_1150;
    public static final int ReferencedSOPInstanceUID = 0x0008_1155;
    public static final int AnatomicRegionSequence = 0x0008_2218;
    public static final int PatientName = 0x0010_0010;
    public static final int PatientID = 0x0010_0020;
    public static final int PatientBirthDate = 0x0010_0030;
    public static final int PatientSex = 0x0010_0040;
    public static final int PatientAge = 0x0010_1010;
    public static final int PatientSize = 0x0010_1020;
    public static final int PatientWeight = 0x0010_1030;
    public static final int PatientAddress = 0x0010_1040;
    public static final int PatientComments = 0x0010_4000;
    public static final int PatientIdentityRemoved = 0x0012_0062;
    public static final int DeidentificationMethod = 0x0012_0063;
    public static final int DeidentificationMethodCodeSequence = 0x0012_0064;
    public static final int ContrastBolusAgent = 0x0018_0010;
    public static final int BodyPartExamined = 0x0018_0015;
    public static final int ScanningSequence = 0x0018_0020;
    public static final int SequenceVariant = 0x0018_0021;
    public static final int ScanOptions = 0x0018_0022;
    public static final int MRAcquisitionType = 0x0018_0023;
    public static final int SequenceName = 0x0018_0024;
    public static final int SliceThickness = 0x0018_0050;
    public static final int KVP = 0x0018_0060;
    public static final int RepetitionTime = 0x0018_0080;
    public static final int EchoTime = 0x0018_0081;
    public static final int InversionTime = 0x0018_0082;
    public static final int NumberOfAverages = 0x0018_0083;
    public static final int ImagingFrequency = 0x0018_0084;
    public static final int EchoNumbers = 0x0018_0086;
    public static final int MagneticFieldStrength = 0x0018_0087;
    public static final int SpacingBetweenSlices = 0x0018_0088;
    public static final int DataCollectionDiameter = 0x0018_0090;
    public static final int EchoTrainLength = 0x0018_0091;
    public static final int PercentSampling = 0x0018_0093;
    public static final int PixelBandwidth = 0x0018_0095;
    public static final int DeviceSerialNumber = 0x0018_1000;
    public static final int SoftwareVersions = 0x0018_1020;
    public static final int ProtocolName = 0x0018_1030;
    public static final int ContrastBolusIngredient = 0x0018_1048;
    public static final int SpatialResolution = 0x0018_1050;
    public static final int ReconstructionDiameter = 0x0018_1100;
    public static final int DistanceSourceToDetector = 0x0018_1110;
    public static final int DistanceSourceToPatient = 0x0018_1111;
    public static final int GantryDetectorTilt = 0x0018_1120;
    public static final int TableHeight = 0x0018_1130;
    public static final int RotationDirection = 0x0018_1140;
    public static final int ExposureTime = 0x0018_1150;
    public static final int XRayTubeCurrent = 0x0018_1151;
    public static final int Exposure = 0x0018_1152;
    public static final int ExposureInuAs = 0x0018_1153;
    public static final int FilterType = 0x0018_1160;
    public static final int ImagerPixelSpacing = 0x0018_1164;
    public static final int Grid = 0x0018_1166;
    public static final int GeneratorPower = 0x0018_1170;
    public static final int FocalSpots = 0x0018_1190;
    public static final int BodyPartThickness = 0x0018_11A0;
    public static final int CompressionForce = 0x0018_11A2;
    public static final int ConvolutionKernel = 0x0018_1210;
    public static final int ReceiveCoilName = 0x0018_1250;
    public static final int AcquisitionMatrix = 0x0018_1310;
    public static final int FlipAngle = 0x0018_1314;
    public static final int RelativeXRayExposure = 0x0018_1405;
    public static final int ExposureIndex = 0x0018_1411;
    public static final int TargetExposureIndex = 0x0018_1412;
    public static final int DeviationIndex = 0x0018_1413;
    public static final int PositionerType = 0x0018_1508;
    public static final int PatientPosition = 0x0018_5100;
    public static final int ViewPosition = 0x0018_5101;
    public static final int Sensitivity = 0x0018_6000;
    public static final int DetectorConditionsNominalFlag = 0x0018_7000;
    public static final int DetectorType = 0x0018_7004;
    public static final int DetectorID = 0x0018_700A;
    public static final int ExposureControlMode = 0x0018_7060;
    public static final int SingleCollimationWidth = 0x0018_9306;
    public static final int TotalCollimationWidth = 0x0018_9307;
    public static final int SpiralPitchFactor = 0x0018_9311;
    public static final int CTDIvol = 0x0018_9345;
    public static final int StudyInstanceUID = 0x0020_000D;
    public static final int SeriesInstanceUID = 0x0020_000E;
    public static final int StudyID = 0x0020_0010;
    public static final int SeriesNumber = 0x0020_0011;
    public static final int AcquisitionNumber = 0x0020_0012;
    public static final int InstanceNumber = 0x0020_0013;
    public static final int PatientOrientation = 0x0020_0020;
    public static final int ImagePositionPatient = 0x0020_0032;
    public static final int ImageOrientationPatient = 0x0020_0037;
    public static final int FrameOfReferenceUID = 0x0020_0052;
    public static final int Laterality = 0x0020_0060;
    public static final int ImageLaterality = 0x0020_0062;
    public static final int ImagesInAcquisition = 0x0020_1002;
    public static final int SliceLocation = 0x0020_1041;
    public static final int ImageComments = 0x0020_4000;
    public static final int SamplesPerPixel = 0x0028_0002;
    public static final int PhotometricInterpretation = 0x0028_0004;
    public static final int PlanarConfiguration = 0x0028_0006;
    public static final int NumberOfFrames = 0x0028_0008;
    public static final int FrameIncrementPointer = 0x0028_0009;
    public static final int Rows = 0x0028_0010;
    public static final int Columns = 0x0028_0011;
    public static final int PixelSpacing = 0x0028_0030;
    public static final int PixelAspectRatio = 0x0028_0034;
    public static final int BitsAllocated = 0x0028_0100;
    public static final int BitsStored = 0x0028_0101;
    public static final int HighBit = 0x0028_0102;
    public static final int PixelRepresentation = 0x0028_0103;
    public static final int SmallestImagePixelValue = 0x0028_0106;
    public static final int LargestImagePixelValue = 0x0028_0107;
    public static final int PixelPaddingValue = 0x0028_0120;
    public static final int PixelPaddingRangeLimit = 0x0028_0121;
    public static final int QualityControlImage = 0x0028_0300;
    public static final int BurnedInAnnotation = 0x0028_0301;
    public static final int RecognizableVisualFeatures = 0x0028_0302;
    public static final int LongitudinalTemporalInformationModified = 0x0028_0303;
    public static final int PixelIntensityRelationship = 0x0028_1040;
    public static final int PixelIntensityRelationshipSign = 0x0028_1041;
    public static final int WindowCenter = 0x0028_1050;
    public static final int WindowWidth = 0x0028_1051;
    public static final int RescaleIntercept = 0x0028_1052;
    public static final int RescaleSlope = 0x0028_1053;
    public static final int RescaleType = 0x0028_1054;
    public static final int WindowCenterWidthExplanation = 0x0028_1055;
    public static final int VOILUTFunction = 0x0028_1056;
    public static final int RedPaletteColorLookupTableDescriptor = 0x0028_1101;
    public static final int GreenPaletteColorLookupTableDescriptor = 0x0028_1102;
    public static final int BluePaletteColorLookupTableDescriptor = 0x0028_1103;
    public static final int RedPaletteColorLookupTableData = 0x0028_1201;
    public static final int GreenPaletteColorLookupTableData = 0x0028_1202;
    public static final int BluePaletteColorLookupTableData = 0x0028_1203;
    public static final int SegmentedRedPaletteColorLookupTableData = 0x0028_1221;
    public static final int SegmentedGreenPaletteColorLookupTableData = 0x0028_1222;
    public static final int SegmentedBluePaletteColorLookupTableData = 0x0028_1223;
    public static final int LossyImageCompression = 0x0028_2110;
    public static final int LossyImageCompressionRatio = 0x0028_2112;
    public static final int LossyImageCompressionMethod = 0x0028_2114;
    public static final int ModalityLUTSequence = 0x0028_3000;
    public static final int LUTDescriptor = 0x0028_3002;
    public static final int LUTExplanation = 0x0028_3003;
    public static final int ModalityLUTType = 0x0028_3004;
    public static final int LUTData = 0x0028_3006;
    public static final int VOILUTSequence = 0x0028_3010;
    public static final int PixelMeasuresSequence = 0x0028_9110;
    public static final int FrameVOILUTSequence = 0x0028_9132;
    public static final int PixelValueTransformationSequence = 0x0028_9145;
    public static final int RequestAttributesSequence = 0x0040_0275;
    public static final int ViewCodeSequence = 0x0054_0220;
    public static final int PresentationLUTShape = 0x2050_0020;
    public static final int SharedFunctionalGroupsSequence = 0x5200_9229;
    public static final int PerFrameFunctionalGroupsSequence = 0x5200_9230;
    public static final int ExtendedOffsetTable = 0x7FE0_0001;
    public static final int ExtendedOffsetTableLengths = 0x7FE0_0002;
    public static final int FloatPixelData = 0x7FE0_0008;
    public static final int DoubleFloatPixelData = 0x7FE0_0009;
    public static final int PixelData = 0x7FE0_0010;
    public static final int DataSetTrailingPadding = 0xFFFC_FFFC;

    static final int ITEM = 0xFFFE_E000;
    static final int ITEM_DELIMITATION = 0xFFFE_E00D;
    static final int SEQUENCE_DELIMITATION = 0xFFFE_E0DD;

    private Tag() {}

    /// The tag as the standard writes it: `(0028,0010)`.
    public static String toString(int tag) {
        return String.format("(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
    }

    /// Whether the group is odd: the element belongs to a manufacturer, not to the standard.
    public static boolean isPrivate(int tag) {
        return (tag & 0x0001_0000) != 0;
    }

    static int group(int tag) {
        return tag >>> 16;
    }
}
