package org.vigie.demo.phantom;

import java.time.format.DateTimeFormatter;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomObject;
import org.vigie.dicom.DicomWriter;
import org.vigie.dicom.Tag;
import org.vigie.dicom.TransferSyntax;

/// A phantom as the X-ray room would send it: identified, 16 bits, MONOCHROME2, explicit VR little endian.
public final class PhantomFile {
    /// Digital X-Ray Image Storage – For Presentation.
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.1.1";

    private static final int BITS_ALLOCATED = 16;
    private static final int BITS_STORED = 14;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private PhantomFile() {}

    public static byte[] bytes(StudyPlan plan, Phantom phantom) {
        try {
            return DicomWriter.write(object(plan, phantom));
        } catch (DicomException e) {
            throw new IllegalStateException("A phantom cannot be written", e);
        }
    }

    /// The same as a reader of the file would get.
    public static DicomObject object(StudyPlan plan, Phantom phantom) {
        return new DicomObject(DataSet.EMPTY, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, dataSet(plan, phantom));
    }

    private static DataSet dataSet(StudyPlan plan, Phantom phantom) {
        Scanner scanner = plan.scanner();
        String date = plan.acquired().format(DATE);
        String time = plan.acquired().format(TIME);
        int size = phantom.size();
        return DataSet.builder()
                .string(Tag.SOPClassUID, SOP_CLASS)
                .string(Tag.SOPInstanceUID, plan.sopUid())
                .string(Tag.StudyInstanceUID, plan.studyUid())
                .string(Tag.SeriesInstanceUID, plan.seriesUid())
                .string(Tag.ImageType, "ORIGINAL", "PRIMARY")
                .string(Tag.StudyDate, date)
                .string(Tag.SeriesDate, date)
                .string(Tag.AcquisitionDate, date)
                .string(Tag.ContentDate, date)
                .string(Tag.StudyTime, time)
                .string(Tag.SeriesTime, time)
                .string(Tag.AcquisitionTime, time)
                .string(Tag.ContentTime, time)
                .string(Tag.AccessionNumber, plan.accessionNumber())
                .string(Tag.Modality, "DX")
                .string(Tag.PresentationIntentType, "FOR PRESENTATION")
                .string(Tag.StudyDescription, "Chest radiograph")
                .string(Tag.StudyID, "1")
                .integer(Tag.SeriesNumber, 1)
                .integer(Tag.InstanceNumber, 1)
                .string(Tag.Manufacturer, scanner.manufacturer())
                .string(Tag.ManufacturerModelName, scanner.modelName())
                .string(Tag.SoftwareVersions, scanner.softwareVersion())
                .string(Tag.StationName, scanner.stationName())
                .string(Tag.InstitutionName, "Hôpital " + scanner.site())
                .string(Tag.ReferringPhysicianName, "Fictif^Docteur")
                .string(Tag.PatientName, plan.patient().name())
                .string(Tag.PatientID, plan.patient().id())
                .string(Tag.PatientBirthDate, plan.patient().birthDate().format(DATE))
                .string(Tag.PatientSex, plan.patient().sex())
                .string(Tag.BodyPartExamined, "CHEST")
                .string(Tag.ViewPosition, plan.viewPosition())
                .string(Tag.PatientOrientation, "L", "F")
                .string(Tag.ProtocolName, "THORAX " + plan.viewPosition())
                .integer(Tag.KVP, scanner.kVp())
                .decimal(Tag.ImagerPixelSpacing, scanner.pixelSpacing(), scanner.pixelSpacing())
                .decimal(Tag.PixelSpacing, scanner.pixelSpacing(), scanner.pixelSpacing())
                .string(Tag.BurnedInAnnotation, "NO")
                .string(Tag.LossyImageCompression, "00")
                .string(Tag.PixelIntensityRelationship, "LOG")
                .integer(Tag.PixelIntensityRelationshipSign, -1)
                .string(Tag.PresentationLUTShape, "IDENTITY")
                .integer(Tag.SamplesPerPixel, 1)
                .string(Tag.PhotometricInterpretation, "MONOCHROME2")
                .integer(Tag.Rows, size)
                .integer(Tag.Columns, size)
                .integer(Tag.BitsAllocated, BITS_ALLOCATED)
                .integer(Tag.BitsStored, BITS_STORED)
                .integer(Tag.HighBit, BITS_STORED - 1)
                .integer(Tag.PixelRepresentation, 0)
                .decimal(Tag.RescaleIntercept, 0)
                .decimal(Tag.RescaleSlope, 1)
                .string(Tag.RescaleType, "US")
                .decimal(Tag.WindowCenter, scanner.windowCentre())
                .decimal(Tag.WindowWidth, scanner.windowWidth())
                .words(Tag.PixelData, phantom.pixels())
                .build();
    }
}
