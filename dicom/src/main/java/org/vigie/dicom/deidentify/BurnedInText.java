package org.vigie.dicom.deidentify;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.Tag;

/// Which images are held back because text may stand in their pixels.
///
/// Burned In Annotation (0028,0301) = YES always holds an image back. In kinds of images that often carry text, so does
/// everything but NO.
///
/// @param suspectModalities values of Modality (0008,0060)
/// @param suspectSecondaryCaptures whether Secondary Capture objects are suspect whatever their modality
public record BurnedInText(Set<String> suspectModalities, boolean suspectSecondaryCaptures) {

    /// Ultrasound, secondary captures and other images.
    public static final BurnedInText DEFAULT = new BurnedInText(Set.of("US", "SC", "OT"), true);

    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

    public BurnedInText {
        suspectModalities = Set.copyOf(suspectModalities);
    }

    /// Why an image is held back, if it is.
    Optional<HeldBackReason> judge(DataSet dataSet) {
        String declared = dataSet.string(Tag.BurnedInAnnotation).orElse("").toUpperCase(Locale.ROOT);
        if (declared.equals("YES")) {
            return Optional.of(HeldBackReason.BURNED_IN_TEXT_DECLARED);
        }
        return declared.equals("NO") || !isSuspect(dataSet)
                ? Optional.empty()
                : Optional.of(HeldBackReason.BURNED_IN_TEXT_POSSIBLE);
    }

    private boolean isSuspect(DataSet dataSet) {
        String sopClass = dataSet.string(Tag.SOPClassUID).orElse("");
        return suspectModalities.contains(dataSet.string(Tag.Modality).orElse(""))
                || (suspectSecondaryCaptures
                        && (sopClass.equals(SECONDARY_CAPTURE) || sopClass.startsWith(SECONDARY_CAPTURE + ".")));
    }
}
