package org.vigie.dicom.pixel;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.dicom.Bytes;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomException.Reason;
import org.vigie.dicom.DicomLimits;
import org.vigie.dicom.DicomObject;
import org.vigie.dicom.Element;
import org.vigie.dicom.Tag;

/// The frames of an object: as they lie in it, as stored values, and as grey images.
///
/// Opening it checks that all frames are there; nothing is decoded before it is asked for.
public final class PixelData {

    private final DataSet dataSet;
    private final String transferSyntaxUid;
    private final FrameFormat format;
    private final DicomLimits limits;
    private final List<Bytes> frames;
    private final Element.@Nullable Value nativeValue;

    private PixelData(
            DicomObject object,
            FrameFormat format,
            DicomLimits limits,
            List<Bytes> frames,
            Element.@Nullable Value nativeValue) {
        this.dataSet = object.dataSet();
        this.transferSyntaxUid = object.transferSyntax().uid();
        this.format = format;
        this.limits = limits;
        this.frames = frames;
        this.nativeValue = nativeValue;
    }

    /// Opens the pixels of an object.
    ///
    /// @throws DicomException if it has none, describes them wrongly or has fewer than it says
    public static PixelData of(DicomObject object, DicomLimits limits) throws DicomException {
        DataSet dataSet = object.dataSet();
        if (!dataSet.contains(Tag.PixelData)) {
            throw dataSet.contains(Tag.FloatPixelData) || dataSet.contains(Tag.DoubleFloatPixelData)
                    ? new DicomException(Reason.UNSUPPORTED_PIXEL_FORMAT, "Pixels are floating point numbers")
                    : new DicomException(Reason.NO_PIXEL_DATA, "Object has no Pixel Data (7FE0,0010)");
        }
        FrameFormat format = FrameFormat.of(dataSet);
        int count = dataSet.string(Tag.NumberOfFrames).isPresent() ? dataSet.requiredInteger(Tag.NumberOfFrames) : 1;
        if (count < 1) {
            throw new DicomException(Reason.MALFORMED, "Number of Frames (0028,0008) is " + count);
        }
        return switch (dataSet.element(Tag.PixelData).orElseThrow()) {
            case Element.Value value ->
                new PixelData(object, format, limits, NativeFrames.split(value.bytes(), format, count), value);
            case Element.Fragments fragments ->
                new PixelData(object, format, limits, EncapsulatedFrames.split(dataSet, fragments, count), null);
            case Element.Sequence _ ->
                throw new DicomException(Reason.MALFORMED, "Pixel Data (7FE0,0010) is a sequence");
        };
    }

    /// Opens the pixels of an object within [DicomLimits#DEFAULT].
    ///
    /// @throws DicomException if it has none, describes them wrongly or has fewer than it says
    public static PixelData of(DicomObject object) throws DicomException {
        return of(object, DicomLimits.DEFAULT);
    }

    public int frameCount() {
        return frames.size();
    }

    /// The format that the data set describes.
    public FrameFormat format() {
        return format;
    }

    /// Whether [#rawFrame] gives compressed bytes.
    public boolean isEncapsulated() {
        return nativeValue == null;
    }

    /// One frame as it lies in the object: a compressed bit stream, or native bytes in the object's byte order.
    ///
    /// @throws IndexOutOfBoundsException if there is no such frame; the first is 0
    public Bytes rawFrame(int index) {
        return frames.get(index);
    }

    /// One frame in little endian, of [FrameFormat#frameBytes] bytes.
    ///
    /// @throws IndexOutOfBoundsException if there is no such frame; the first is 0
    /// @throws DicomException if it cannot be decoded
    public FrameDecoder.Decoded decode(int index) throws DicomException {
        Bytes raw = frames.get(Objects.checkIndex(index, frames.size()));
        if (format.frameBytes() > limits.inflatedBytes()) {
            throw new DicomException(
                    Reason.LIMIT_EXCEEDED,
                    "Frame of " + format.frameBytes() + " bytes, " + limits.inflatedBytes() + " are allowed");
        }
        if (nativeValue != null) {
            return NativeFrames.toLittleEndian(raw, nativeValue, format);
        }
        FrameDecoder decoder = FrameDecoder.forTransferSyntax(transferSyntaxUid)
                .orElseThrow(() -> new DicomException(
                        Reason.UNSUPPORTED_TRANSFER_SYNTAX,
                        "No decoder for frames of transfer syntax " + transferSyntaxUid));
        FrameDecoder.Decoded decoded = decoder.decode(transferSyntaxUid, raw, format);
        if (decoded.bytes().length != decoded.format().frameBytes()) {
            throw new DicomException(
                    Reason.MALFORMED,
                    "Frame decoded to " + decoded.bytes().length + " bytes, not "
                            + decoded.format().frameBytes());
        }
        return decoded;
    }

    /// The stored values of one frame, a pixel's samples beside each other; unsigned 32-bit values as their bits.
    ///
    /// @throws IndexOutOfBoundsException if there is no such frame; the first is 0
    /// @throws DicomException if it cannot be decoded
    public int[] storedValues(int index) throws DicomException {
        return StoredValues.of(decode(index));
    }

    /// One frame as grey values.
    ///
    /// @throws IndexOutOfBoundsException if there is no such frame; the first is 0
    /// @throws DicomException if it cannot be decoded
    public GreyImage grey(int index) throws DicomException {
        FrameDecoder.Decoded decoded = decode(index);
        int[] stored = StoredValues.of(decoded);
        FrameFormat actual = decoded.format();
        float[] values = switch (actual.photometric()) {
            case MONOCHROME1 -> modality(index).toGrey(stored, actual, true);
            case MONOCHROME2 -> modality(index).toGrey(stored, actual, false);
            case PALETTE_COLOR -> Colours.paletteLuminance(stored, dataSet);
            case RGB -> Colours.luminance(stored);
            case YBR_FULL -> Colours.firstOfThree(stored);
            case YBR_FULL_422, YBR_ICT, YBR_RCT ->
                throw new DicomException(
                        Reason.UNSUPPORTED_PIXEL_FORMAT, "Frame was decoded to " + actual.photometric());
        };
        return new GreyImage(actual.rows(), actual.columns(), values);
    }

    /// The windows and VOI tables that the object offers for the [#grey] image of a frame, in its order.
    ///
    /// @throws IndexOutOfBoundsException if there is no such frame; the first is 0
    /// @throws DicomException if one is malformed
    public List<Voi> voi(int index) throws DicomException {
        DataSet source =
                FunctionalGroups.find(dataSet, Objects.checkIndex(index, frames.size()), Tag.FrameVOILUTSequence);
        List<Voi> offered = Voi.of(source);
        if (format.photometric() != Photometric.MONOCHROME1) {
            return offered;
        }
        double sum = modality(index).mirrorSum(format);
        return offered.stream().<Voi>map(voi -> new MirroredVoi(voi, sum)).toList();
    }

    private Modality modality(int index) throws DicomException {
        return Modality.of(FunctionalGroups.find(dataSet, index, Tag.PixelValueTransformationSequence), dataSet);
    }
}
