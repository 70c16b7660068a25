package org.vigie.dicom.pixel;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// The decoders at hand, plugged in and built in.
final class Decoders {

    private static final List<FrameDecoder> ALL = Stream.concat(
                    ServiceLoader.load(FrameDecoder.class, FrameDecoder.class.getClassLoader()).stream()
                            .map(ServiceLoader.Provider::get),
                    Stream.of(new RleDecoder(), new JpegDecoder()))
            .toList();

    private Decoders() {}

    static Optional<FrameDecoder> find(String transferSyntaxUid) {
        return ALL.stream()
                .filter(decoder -> decoder.supports(transferSyntaxUid))
                .findFirst();
    }
}
