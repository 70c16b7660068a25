package org.vigie.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DataSetBuilder;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomLimits;
import org.vigie.dicom.DicomObject;
import org.vigie.dicom.DicomReader;
import org.vigie.dicom.DicomWriter;
import org.vigie.dicom.Dictionary;
import org.vigie.dicom.Element;
import org.vigie.dicom.Tag;
import org.vigie.dicom.TestObjects;
import org.vigie.dicom.TransferSyntax;
import org.vigie.dicom.Vr;

/// Every attribute of the confidentiality profiles (PS3.15 table E.1-1) goes in, with a value to be recognised.
class AnnexETest {

    private static final Set<Integer> MARKS = Set.of(
            Tag.SpecificCharacterSet,
            Tag.PatientIdentityRemoved,
            Tag.DeidentificationMethod,
            Tag.DeidentificationMethodCodeSequence,
            Tag.LongitudinalTemporalInformationModified);

    private static final List<String> SEEDED_DATES = List.of("19310207", "010203");

    private final List<byte[]> seeds = new ArrayList<>();

    @Test
    void theTableIsWhole() {
        assertThat(attributes()).hasSizeGreaterThan(610).contains(Tag.PatientName, 0x6000_3000);
    }

    @ParameterizedTest
    @EnumSource(DatePolicy.class)
    void nothingOutsideTheListSurvives(DatePolicy dates) throws DicomException {
        DicomObject released = release(seededObject(), dates);

        Set<Integer> left = new TreeSet<>();
        collect(released.dataSet(), left);
        left.removeAll(AllowList.tags());
        left.removeAll(MARKS);
        left.removeAll(Set.of(Tag.CodeValue, Tag.CodingSchemeDesignator, Tag.CodeMeaning));
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DatePolicy.class)
    void noSeededValueIsInTheWrittenBytes(DatePolicy dates) throws DicomException {
        DicomObject seeded = seededObject();
        byte[] before = DicomWriter.write(seeded);
        byte[] after = DicomWriter.write(release(seeded, dates));

        assertThat(seeds).hasSizeGreaterThan(1_200);
        for (byte[] seed : seeds) {
            assertThat(contains(before, seed)).isTrue();
            assertThat(contains(after, seed))
                    .as(new String(seed, StandardCharsets.ISO_8859_1))
                    .isFalse();
        }
        boolean datesLeft =
                SEEDED_DATES.stream().anyMatch(date -> contains(after, date.getBytes(StandardCharsets.US_ASCII)));
        assertThat(datesLeft).isEqualTo(dates == DatePolicy.DAY || dates == DatePolicy.DAY_AND_HOUR);
    }

    private static DicomObject release(DicomObject object, DatePolicy dates) throws DicomException {
        var deidentifier =
                new Deidentifier(PseudonymKey.of(new byte[32]), dates, BurnedInText.DEFAULT, DicomLimits.DEFAULT);
        // written and read, so that what a file would hold is looked at
        DicomObject read = DicomReader.read(DicomWriter.write(object), DicomLimits.DEFAULT);
        return ((Deidentification.Released) deidentifier.deidentify(read)).object();
    }

    /// An image with all attributes of the table, at the top and inside sequences that pass.
    private DicomObject seededObject() {
        seeds.clear();
        DataSet nested = seed(DataSet.builder(), "N").build();
        DataSetBuilder image = seed(TestObjects.image(2, 2), "T")
                .sequence(
                        Tag.SharedFunctionalGroupsSequence,
                        seed(DataSet.builder(), "S")
                                .sequence(Tag.PixelMeasuresSequence, nested)
                                .decimal(Tag.RescaleSlope, 1)
                                .build())
                .bytes(0x0009_0010, Vr.LO, seed("PRIVATE CREATOR"))
                .bytes(0x0009_1001, Vr.UN, seed("PRIVATE VALUE"))
                .words(Tag.PixelData, new short[] {1, 2, 3, 4});
        return new DicomObject(DataSet.EMPTY, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, image.build());
    }

    private DataSetBuilder seed(DataSetBuilder builder, String place) {
        for (int tag : attributes()) {
            Vr vr = Dictionary.vr(tag);
            if (tag == Tag.PixelData || tag == 0xFFFA_FFFA && vr != Vr.SQ) {
                continue;
            }
            String text = "%s#%08X".formatted(place, tag);
            switch (vr) {
                case SQ ->
                    builder.sequence(
                            tag,
                            DataSet.builder()
                                    .bytes(Tag.PatientName, Vr.PN, seed(text + "^NAME"))
                                    .build());
                case DA -> builder.string(tag, SEEDED_DATES.getFirst());
                case TM -> builder.string(tag, SEEDED_DATES.getLast() + ".123456");
                case DT -> builder.string(tag, SEEDED_DATES.getFirst() + SEEDED_DATES.getLast());
                case AS -> builder.string(tag, "053Y");
                case UI ->
                    builder.bytes(tag, vr, seed("1.2.3." + (place.charAt(0) * 1L) + "." + Integer.toUnsignedLong(tag)));
                case DS, IS -> builder.bytes(tag, vr, seed("9" + Math.abs(tag % 100_000_000) + "7"));
                case US, SS, UL, SL, UV, SV, FL, FD, AT -> builder.bytes(tag, vr, number(vr, tag));
                default -> builder.bytes(tag, vr, seed(text));
            }
        }
        return builder;
    }

    private static byte[] number(Vr vr, int tag) {
        byte[] bytes = new byte[8];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(tag).putInt(tag);
        return Arrays.copyOf(bytes, vr == Vr.AT ? 4 : vr.wordBytes());
    }

    private byte[] seed(String text) {
        byte[] seed = text.getBytes(StandardCharsets.US_ASCII);
        seeds.add(seed);
        return seed;
    }

    private static void collect(DataSet dataSet, Set<Integer> tags) {
        for (Element element : dataSet.elements()) {
            tags.add(element.tag());
            dataSet.sequence(element.tag()).forEach(item -> collect(item, tags));
        }
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int at = 0; at + part.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    private static List<Integer> attributes() {
        try (var lines = new BufferedReader(new InputStreamReader(
                AnnexETest.class.getResourceAsStream("ps3.15-annex-e.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Integer.parseUnsignedInt(line.substring(0, 8).replace('x', '0'), 16))
                    .filter(tag -> tag >>> 16 > 0x0002)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
