package org.vigie.monitor.study;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomLimits;
import org.vigie.dicom.DicomObject;
import org.vigie.dicom.DicomReader;
import org.vigie.dicom.DicomWriter;
import org.vigie.dicom.Tag;
import org.vigie.dicom.TransferSyntax;
import org.vigie.dicom.deidentify.Deidentification;
import org.vigie.dicom.pixel.PixelData;
import org.vigie.monitor.platform.VigieSettings;

/// Reads an original file and lets it in de-identified, or says why not. Nothing of the original is kept.
@Singleton
class Door {

    private final Pseudonyms pseudonyms;
    private final DicomLimits limits;

    Door(Pseudonyms pseudonyms, VigieSettings settings) {
        this.pseudonyms = pseudonyms;
        this.limits = DicomLimits.DEFAULT.withTotalBytes(
                Math.min(settings.maxUploadBytes(), DicomLimits.DEFAULT.totalBytes()));
    }

    /// @throws IntakeRefused with the reason
    AdmittedInstance admit(Path original, ZoneId siteZone) {
        try {
            return admit(DicomReader.read(original, limits), siteZone);
        } catch (DicomException e) {
            throw IntakeRefused.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException("The body could not be read back", e);
        }
    }

    private AdmittedInstance admit(DicomObject original, ZoneId siteZone) throws DicomException {
        DicomObject released = switch (pseudonyms.deidentifier().deidentify(original)) {
            case Deidentification.Released(DicomObject object) -> object;
            case Deidentification.HeldBack(var reason) ->
                throw new IntakeRefused(
                        IntakeRefused.Reason.BURNED_IN_TEXT,
                        switch (reason) {
                            case BURNED_IN_TEXT_DECLARED -> "Burned In Annotation (0028,0301) is YES";
                            case BURNED_IN_TEXT_POSSIBLE ->
                                "Images of this kind often carry text, and Burned In Annotation (0028,0301) is not NO";
                        });
        };
        Instant acquiredAt = Acquisition.of(original.dataSet(), siteZone);
        DataSet dataSet = released.dataSet();
        PixelData pixels = PixelData.of(released, limits);
        // of a series of frames the middle one speaks for all
        var image = pixels.grey(pixels.frameCount() / 2);
        Map<String, Double> statistics = ImageStatistics.of(image);
        if (!statistics.values().stream().allMatch(Double::isFinite)) {
            throw new IntakeRefused(
                    IntakeRefused.Reason.UNSUPPORTED_PIXEL_FORMAT, "The pixels' values are beyond any real number");
        }
        return new AdmittedInstance(
                DicomWriter.write(released),
                dataSet.requiredString(Tag.StudyInstanceUID),
                dataSet.requiredString(Tag.SeriesInstanceUID),
                dataSet.requiredString(Tag.SOPInstanceUID),
                // whoever has no id is a patient of his own
                dataSet.string(Tag.PatientID).orElse(dataSet.requiredString(Tag.StudyInstanceUID)),
                acquiredAt,
                number(dataSet.integer(Tag.SeriesNumber)),
                number(dataSet.integer(Tag.InstanceNumber)),
                transferSyntax(released),
                pixels.format().rows(),
                pixels.format().columns(),
                pixels.frameCount(),
                TechnicalAttributes.of(dataSet),
                statistics);
    }

    /// What the file is written in: native pixels always become Explicit VR Little Endian.
    private static String transferSyntax(DicomObject released) {
        return released.transferSyntax().encapsulated()
                ? released.transferSyntax().uid()
                : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
    }

    private static @Nullable Integer number(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
