package org.vigie.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.dicom.Bytes;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.TestObjects;

class RleDecoderTest {

    private static final String RLE = "1.2.840.10008.1.2.5";

    @Property(tries = 300)
    void whatIsEncodedIsDecoded(
            @ForAll @Size(min = 1, max = 400) List<@IntRange(max = 3) Integer> pattern,
            @ForAll boolean colour,
            @ForAll boolean wide)
            throws DicomException {
        int samples = colour ? 3 : 1;
        int width = wide ? 2 : 1;
        byte[] pixels = new byte[pattern.size() * samples * width];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (pattern.get(i % pattern.size()) * 85);
        }
        FrameFormat format = format(1, pattern.size(), samples, 8 * width);

        Bytes encoded = Bytes.copyOf(encode(pixels, samples, width));
        FrameDecoder.Decoded decoded = new RleDecoder().decode(RLE, encoded, format);

        assertThat(decoded.bytes()).isEqualTo(pixels);
        assertThat(decoded.format().planar()).isFalse();
    }

    @Test
    void theExampleRunsOfTheStandardAreRead() throws DicomException {
        // 3 literal bytes, a no-operation, 4 repeated bytes (PS3.5 G.3)
        byte[] stream = frame(new int[] {64}, TestObjects.hex("02 0A0B0C 80 FD 07"));

        assertThat(new RleDecoder()
                        .decode(RLE, Bytes.copyOf(stream), format(1, 7, 1, 8))
                        .bytes())
                .containsExactly(10, 11, 12, 7, 7, 7, 7);
    }

    @Test
    void damagedFramesAreRefused() {
        refuses(new byte[63], "RLE frame is shorter than its header");
        refuses(frame(new int[] {64, 64}, new byte[2]), "RLE frame has 2 segments, its format needs 1");
        refuses(frame(new int[] {900}, new byte[2]), "RLE segment 0 lies outside its frame");
        refuses(frame(new int[] {64}, TestObjects.hex("FF 07")), "RLE segment ends after 2 of 7");
        refuses(frame(new int[] {64}, TestObjects.hex("06 0708")), "RLE segment ends within a run");
        refuses(frame(new int[] {64}, TestObjects.hex("FD")), "RLE segment ends within a run");
    }

    private static void refuses(byte[] stream, String message) {
        assertThatThrownBy(() -> new RleDecoder().decode(RLE, Bytes.copyOf(stream), format(1, 7, 1, 8)))
                .isInstanceOf(DicomException.class)
                .hasMessage(message);
    }

    private static FrameFormat format(int rows, int columns, int samples, int bits) {
        return new FrameFormat(
                rows,
                columns,
                samples,
                bits,
                bits,
                bits - 1,
                false,
                samples == 3,
                samples == 3 ? Photometric.RGB : Photometric.MONOCHROME2);
    }

    private static byte[] frame(int[] offsets, byte[] segments) {
        ByteBuffer buffer = ByteBuffer.allocate(64 + segments.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(offsets.length);
        for (int offset : offsets) {
            buffer.putInt(offset);
        }
        buffer.position(64).put(segments);
        return buffer.array();
    }

    /// A simple encoder: runs of two or more, else single literals.
    static byte[] encode(byte[] pixels, int samples, int width) {
        int segments = samples * width;
        int count = pixels.length / segments;
        int[] offsets = new int[segments];
        var out = new ByteArrayOutputStream();
        for (int segment = 0; segment < segments; segment++) {
            offsets[segment] = 64 + out.size();
            int at = segment / width * width + (width - 1 - segment % width);
            for (int i = 0; i < count; ) {
                int run = 1;
                byte value = pixels[at + i * segments];
                while (run < 128 && i + run < count && pixels[at + (i + run) * segments] == value) {
                    run++;
                }
                out.write(run == 1 ? 0 : 1 - run);
                out.write(value);
                i += run;
            }
        }
        return frame(offsets, out.toByteArray());
    }
}
