package org.vigie.dicom.pixel;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.vigie.dicom.Bytes;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomException.Reason;
import org.vigie.dicom.TransferSyntax;

/// JPEG of 8 bits (ISO/IEC 10918-1, baseline and extended sequential) by the JDK's decoder.
final class JpegDecoder implements FrameDecoder {

    @Override
    public boolean supports(String transferSyntaxUid) {
        return transferSyntaxUid.equals(TransferSyntax.JPEG_BASELINE.uid())
                || transferSyntaxUid.equals(TransferSyntax.JPEG_EXTENDED.uid());
    }

    @Override
    public Decoded decode(String transferSyntaxUid, Bytes bitstream, FrameFormat format) throws DicomException {
        byte[] stream = bitstream.toArray();
        JpegHeader header = JpegHeader.of(stream);
        requireAgreement(header, format);
        int[] samples = raster(stream, header.components());
        byte[] target = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            target[i] = (byte) samples[i];
        }
        if (header.components() == 1) {
            return new Decoded(target, format);
        }
        if (header.isYbr(format.photometric())) {
            toRgb(target);
        }
        return new Decoded(target, format.with(Photometric.RGB, false));
    }

    private static void requireAgreement(JpegHeader header, FrameFormat format) throws DicomException {
        if (header.precision() != 8) {
            throw new DicomException(
                    Reason.UNSUPPORTED_TRANSFER_SYNTAX, "No decoder for JPEG of " + header.precision() + " bits");
        }
        if (header.rows() != format.rows()
                || header.columns() != format.columns()
                || header.components() != format.samples()
                || format.bitsAllocated() != 8) {
            throw new DicomException(
                    Reason.MALFORMED,
                    "JPEG of " + header.rows() + " x " + header.columns() + " x " + header.components()
                            + " contradicts the data set");
        }
    }

    /// Samples as they are coded, without change of colours.
    private static int[] raster(byte[] stream, int components) throws DicomException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(stream))) {
            reader.addIIOReadWarningListener((_, warning) -> {
                throw new Damaged(warning);
            });
            reader.setInput(in, true, true);
            Raster raster = reader.readRaster(0, reader.getDefaultReadParam());
            if (raster.getNumBands() != components) {
                throw new DicomException(Reason.MALFORMED, "JPEG has " + raster.getNumBands() + " bands");
            }
            return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
        } catch (IOException | RuntimeException e) {
            // the JDK's reader throws many kinds of unchecked exceptions on damaged streams
            throw new DicomException(Reason.MALFORMED, "JPEG frame is damaged");
        } finally {
            reader.dispose();
        }
    }

    /// A warning of the decoder: it would fill what is missing with grey.
    private static final class Damaged extends RuntimeException {

        private static final long serialVersionUID = 1;

        Damaged(String warning) {
            super(warning);
        }
    }

    /// ITU-R BT.601 full range (PS3.3 C.7.6.3.1.2).
    private static void toRgb(byte[] samples) {
        for (int i = 0; i < samples.length; i += 3) {
            double y = Byte.toUnsignedInt(samples[i]);
            double cb = Byte.toUnsignedInt(samples[i + 1]) - 128;
            double cr = Byte.toUnsignedInt(samples[i + 2]) - 128;
            samples[i] = clamp(y + 1.402 * cr);
            samples[i + 1] = clamp(y - 0.344136 * cb - 0.714136 * cr);
            samples[i + 2] = clamp(y + 1.772 * cb);
        }
    }

    private static byte clamp(double value) {
        return (byte) Math.clamp(Math.round(value), 0, 255);
    }
}
