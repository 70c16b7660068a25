package org.vigie.monitor.dicomweb;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.vigie.dicom.Bytes;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomJson;
import org.vigie.dicom.DicomLimits;
import org.vigie.dicom.DicomObject;
import org.vigie.dicom.DicomReader;
import org.vigie.dicom.pixel.PixelData;
import org.vigie.monitor.study.InstanceReader.StoredInstance;

/// Reads de-identified files of our own store.
@Singleton
class StoredObjects {

    /// @param uri address of the pixels
    String metadata(StoredInstance instance, String uri) {
        return DicomJson.of(read(instance).dataSet(), uri);
    }

    /// One frame as it lies in the file: native little endian, or its compressed bit stream.
    ///
    /// @param number from 1
    /// @throws UnknownFrame if there is none
    Bytes frame(StoredInstance instance, int number) {
        if (number < 1 || number > instance.frames()) {
            throw new UnknownFrame(number, instance.frames());
        }
        try {
            return PixelData.of(read(instance)).rawFrame(number - 1);
        } catch (DicomException e) {
            throw broken(instance, e);
        }
    }

    private static DicomObject read(StoredInstance instance) {
        try {
            return DicomReader.read(instance.file(), DicomLimits.DEFAULT);
        } catch (DicomException e) {
            throw broken(instance, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of instance " + instance.id() + " cannot be read", e);
        }
    }

    private static IllegalStateException broken(StoredInstance instance, DicomException e) {
        return new IllegalStateException("The file of instance " + instance.id() + " is damaged", e);
    }
}
