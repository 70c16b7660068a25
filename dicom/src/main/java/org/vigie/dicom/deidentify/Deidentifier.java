package org.vigie.dicom.deidentify;

import org.vigie.dicom.DataSet;
import org.vigie.dicom.DataSetBuilder;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomLimits;
import org.vigie.dicom.DicomObject;
import org.vigie.dicom.Tag;

/// De-identifies objects by an [AllowList]: its attributes pass by their rules, everything else is dropped, among it
/// all private elements, all free text, all sequences but those that explain pixel values, the preamble and the file
/// meta information.
///
/// It does not look at pixels: faces and text in them stay. See [BurnedInText].
public final class Deidentifier {

    /// De-identification Method (0012,0063).
    public static final String METHOD = "Vigie allow-list, version 1";

    private final Pseudonymiser pseudonymiser;
    private final DatePolicy dates;
    private final BurnedInText burnedInText;
    private final DicomLimits limits;

    /// A de-identifier that keeps dates to the day.
    public Deidentifier(PseudonymKey key) {
        this(key, DatePolicy.DAY, BurnedInText.DEFAULT, DicomLimits.DEFAULT);
    }

    public Deidentifier(PseudonymKey key, DatePolicy dates, BurnedInText burnedInText, DicomLimits limits) {
        this.pseudonymiser = new Pseudonymiser(key);
        this.dates = dates;
        this.burnedInText = burnedInText;
        this.limits = limits;
    }

    /// De-identifies an object.
    ///
    /// @throws DicomException if a UID of study, series or instance is missing, or the pixels are not sound
    public Deidentification deidentify(DicomObject object) throws DicomException {
        DataSet source = object.dataSet();
        var heldBack = burnedInText.judge(source);
        if (heldBack.isPresent()) {
            return new Deidentification.HeldBack(heldBack.get());
        }
        for (int tag : new int[] {Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID}) {
            source.requiredString(tag);
        }
        DataSetBuilder target = DataSet.builder();
        var filter = new Filter(pseudonymiser, dates);
        filter.apply(AllowList.TOP, source, target);
        Ages.derive(source).ifPresent(age -> target.string(Tag.PatientAge, age));
        if (source.contains(Tag.PixelData)) {
            target.put(VisiblePixels.of(object, limits));
        }
        mark(target);
        return new Deidentification.Released(new DicomObject(DataSet.EMPTY, object.transferSyntax(), target.build()));
    }

    /// Says that and how the object was de-identified (PS3.15 E.1, codes of PS3.16 CID 7050).
    private void mark(DataSetBuilder target) {
        target.string(Tag.PatientIdentityRemoved, "YES")
                .string(Tag.DeidentificationMethod, METHOD)
                .string(Tag.LongitudinalTemporalInformationModified, dates == DatePolicy.NONE ? "REMOVED" : "MODIFIED");
        DataSet profile = code("113100", "Basic Application Confidentiality Profile");
        DataSet characteristics = code("113108", "Retain Patient Characteristics Option");
        DataSet times = code("113107", "Retain Longitudinal Temporal Information Modified Dates Option");
        if (dates == DatePolicy.NONE) {
            target.sequence(Tag.DeidentificationMethodCodeSequence, profile, characteristics);
        } else {
            target.sequence(Tag.DeidentificationMethodCodeSequence, profile, times, characteristics);
        }
    }

    private static DataSet code(String value, String meaning) {
        return DataSet.builder()
                .string(Tag.CodeValue, value)
                .string(Tag.CodingSchemeDesignator, "DCM")
                .string(Tag.CodeMeaning, meaning)
                .build();
    }
}
