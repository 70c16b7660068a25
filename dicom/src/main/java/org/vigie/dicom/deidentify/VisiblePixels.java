package org.vigie.dicom.deidentify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.vigie.dicom.Bytes;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomLimits;
import org.vigie.dicom.DicomObject;
import org.vigie.dicom.Element;
import org.vigie.dicom.Tag;
import org.vigie.dicom.Vr;
import org.vigie.dicom.pixel.FrameFormat;
import org.vigie.dicom.pixel.PixelData;

/// Pixels without what hides behind them: bytes after the last frame, overlays in the bits above Bits Stored, comments
/// and application segments in JPEG streams, fragments that belong to no frame.
final class VisiblePixels {

    private VisiblePixels() {}

    static Element of(DicomObject object, DicomLimits limits) throws DicomException {
        PixelData pixels = PixelData.of(object, limits);
        Element element = object.dataSet().element(Tag.PixelData).orElseThrow();
        if (element instanceof Element.Value value) {
            long bits = pixels.format().nativeBits() * pixels.frameCount();
            Bytes visible = value.bytes().slice(0, (int) ((bits + 7) / 8));
            return withoutUnusedBits(
                    new Element.Value(value.tag(), value.vr(), visible, value.order()), pixels.format());
        }
        List<Bytes> fragments = new ArrayList<>(pixels.frameCount());
        for (int i = 0; i < pixels.frameCount(); i++) {
            Bytes frame = pixels.rawFrame(i);
            fragments.add(JpegSegments.isJpeg(frame) ? JpegSegments.withoutText(frame) : frame);
        }
        return new Element.Fragments(Tag.PixelData, Vr.OB, Bytes.EMPTY, fragments);
    }

    private static Element withoutUnusedBits(Element.Value value, FrameFormat format) {
        int stored = format.bitsStored();
        if (format.bitsAllocated() != 16 || stored == 16) {
            return value;
        }
        byte[] cleaned = value.bytes().toArray();
        ByteOrder order = value.vr().wordBytes() == 2 ? value.order() : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer words = ByteBuffer.wrap(cleaned).order(order);
        int up = 31 - format.highBit();
        int down = 32 - stored;
        int shift = format.highBit() + 1 - stored;
        for (int at = 0; at + 1 < cleaned.length; at += 2) {
            int left = words.getShort(at) << up;
            int sample = format.signed() ? left >> down : left >>> down;
            words.putShort(at, (short) (sample << shift));
        }
        return new Element.Value(value.tag(), value.vr(), Bytes.copyOf(cleaned), value.order());
    }
}
