package org.vigie.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vigie.dicom.DicomException.Reason;

/// Reads DICOM objects: Part 10 files, and data sets without preamble or file meta information.
///
/// The reader rejects rather than guesses. An object that ends early, contradicts itself or exceeds the limits is a
/// [DicomException], never half a result. Values are not copied: a data set keeps the whole file in memory.
public final class DicomReader {

    private static final int PREAMBLE = 128;
    private static final int META_GROUP = 0x0002;

    private DicomReader() {}

    /// Reads a file.
    ///
    /// @throws IOException if the file cannot be read
    /// @throws DicomException if it is not a sound DICOM object, or too large
    public static DicomObject read(Path file, DicomLimits limits) throws IOException, DicomException {
        requireTotal(Files.size(file), limits);
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in.readNBytes((int) limits.totalBytes() + 1), limits);
        }
    }

    /// Reads an object from memory.
    ///
    /// @throws DicomException if it is not a sound DICOM object, or too large
    public static DicomObject read(byte[] bytes, DicomLimits limits) throws DicomException {
        return parse(bytes.clone(), limits);
    }

    private static DicomObject parse(byte[] bytes, DicomLimits limits) throws DicomException {
        requireTotal(bytes.length, limits);
        int start = startsWithPreamble(bytes) ? PREAMBLE + 4 : 0;
        DataSet meta = DataSet.EMPTY;
        var parser = new Parser(bytes, start, bytes.length, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, limits);
        if (start > 0 || groupAt(bytes, start) == META_GROUP) {
            meta = parser.parseFileMeta();
        }
        TransferSyntax syntax = transferSyntax(meta, bytes, parser.position());
        if (syntax.deflated()) {
            byte[] inflated = inflate(bytes, parser.position(), limits);
            parser = new Parser(inflated, 0, inflated.length, syntax, limits);
        } else {
            parser = new Parser(bytes, parser.position(), bytes.length, syntax, limits);
        }
        return new DicomObject(meta, syntax, parser.parseDataSet());
    }

    private static void requireTotal(long size, DicomLimits limits) throws DicomException {
        if (size > limits.totalBytes()) {
            throw new DicomException(
                    Reason.LIMIT_EXCEEDED, "Object is larger than the " + limits.totalBytes() + " bytes allowed");
        }
    }

    private static boolean startsWithPreamble(byte[] bytes) {
        return bytes.length >= PREAMBLE + 4
                && bytes[PREAMBLE] == 'D'
                && bytes[PREAMBLE + 1] == 'I'
                && bytes[PREAMBLE + 2] == 'C'
                && bytes[PREAMBLE + 3] == 'M';
    }

    private static int groupAt(byte[] bytes, int position) {
        return position + 1 < bytes.length
                ? Byte.toUnsignedInt(bytes[position]) | (Byte.toUnsignedInt(bytes[position + 1]) << 8)
                : -1;
    }

    private static TransferSyntax transferSyntax(DataSet meta, byte[] bytes, int position) throws DicomException {
        if (!meta.isEmpty()) {
            return TransferSyntax.of(meta.requiredString(Tag.TransferSyntaxUID));
        }
        return recognise(bytes, position);
    }

    /// Recognises a data set by its first element, which must be of group 0008 (all objects begin there).
    private static TransferSyntax recognise(byte[] bytes, int position) throws DicomException {
        int group = groupAt(bytes, position);
        boolean little = group == 0x0008;
        if (bytes.length - position < 8 || (!little && group != 0x0800)) {
            throw new DicomException(
                    Reason.NOT_DICOM, position, "Neither a Part 10 file nor a data set that begins with group 0008");
        }
        boolean explicitVr = Vr.of(bytes[position + 4], bytes[position + 5]) != null;
        if (!explicitVr && !little) {
            throw new DicomException(Reason.NOT_DICOM, position, "Implicit VR is never big endian");
        }
        return new TransferSyntax(
                "", explicitVr, little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN, false, false);
    }

    private static byte[] inflate(byte[] bytes, int position, DicomLimits limits) throws DicomException {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes, position, bytes.length - position);
            return Inflation.inflate(inflater, limits.inflatedBytes());
        } catch (DataFormatException e) {
            throw new DicomException(Reason.MALFORMED, position, "Deflated data set is damaged");
        }
    }
}
