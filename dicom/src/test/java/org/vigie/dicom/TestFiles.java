package org.vigie.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Real files, see NOTICE beside them.
public final class TestFiles {

    /// Files that a strict reader accepts.
    public static final List<String> SOUND = List.of(
            "chrGerm.dcm",
            "chrJapMulti.dcm",
            "chrKoreanMulti.dcm",
            "chrRuss.dcm",
            "chrX1.dcm",
            "emri_small.dcm",
            "ExplVR_BigEndNoMeta.dcm",
            "image_dfl.dcm",
            "JPEG2000.dcm",
            "JPGExtended.dcm",
            "MR_small_bigendian.dcm",
            "MR_small_implicit.dcm",
            "MR_small_jpeg_ls_lossless.dcm",
            "MR_small_RLE.dcm",
            "nested_priv_SQ.dcm",
            "no_meta_group_length.dcm",
            "rtdose.dcm",
            "SC_jpeg_no_color_transform_2.dcm",
            "seg_image_ct_binary.dcm",
            "sm_image.dcm");

    private TestFiles() {}

    public static byte[] bytes(String name) {
        try (InputStream in = TestFiles.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DicomObject read(String name) throws DicomException {
        return DicomReader.read(bytes(name), DicomLimits.DEFAULT);
    }
}
