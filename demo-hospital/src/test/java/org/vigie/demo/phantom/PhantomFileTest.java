package org.vigie.demo.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomLimits;
import org.vigie.dicom.DicomObject;
import org.vigie.dicom.DicomReader;
import org.vigie.dicom.Tag;
import org.vigie.dicom.pixel.GreyImage;
import org.vigie.dicom.pixel.PixelData;

class PhantomFileTest {
    private final StudyPlan plan = Schedule.draw(11, 1, 20).getFirst();
    private final Phantom phantom = plan.draw();

    @Test
    void isReadBackPixelForPixel() throws DicomException {
        DicomObject read = read();
        GreyImage image = PixelData.of(read).grey(0);

        assertThat(image.rows()).isEqualTo(Phantom.SIZE);
        assertThat(image.columns()).isEqualTo(Phantom.SIZE);
        for (int i = 0; i < image.values().length; i++) {
            assertThat(image.values()[i]).isEqualTo((float) phantom.pixels()[i]);
        }
    }

    @Test
    void carriesWhatSelectionAndSurveillanceLookAt() throws DicomException {
        DataSet header = read().dataSet();

        assertThat(header.string(Tag.Modality)).contains("DX");
        assertThat(header.string(Tag.BodyPartExamined)).contains("CHEST");
        assertThat(header.string(Tag.ViewPosition)).contains(plan.viewPosition());
        assertThat(header.string(Tag.PhotometricInterpretation)).contains("MONOCHROME2");
        assertThat(header.integer(Tag.BitsAllocated)).hasValue(16);
        assertThat(header.string(Tag.ManufacturerModelName))
                .contains(plan.scanner().modelName());
        assertThat(header.string(Tag.SoftwareVersions)).contains(plan.scanner().softwareVersion());
        assertThat(header.string(Tag.BurnedInAnnotation)).contains("NO");
    }

    @Test
    void namesAPatientSoThatThereIsSomethingToRemove() throws DicomException {
        DataSet header = read().dataSet();

        assertThat(header.string(Tag.PatientName)).contains(plan.patient().name());
        assertThat(header.string(Tag.PatientID)).contains(plan.patient().id());
        assertThat(header.string(Tag.PatientBirthDate)).isPresent();
        assertThat(header.string(Tag.InstitutionName))
                .contains("Hôpital " + plan.scanner().site());
    }

    @Test
    void isTheSameBytesEachTime() {
        assertThat(PhantomFile.bytes(plan, plan.draw())).isEqualTo(PhantomFile.bytes(plan, phantom));
    }

    private DicomObject read() throws DicomException {
        return DicomReader.read(PhantomFile.bytes(plan, phantom), DicomLimits.DEFAULT);
    }
}
