package org.vigie.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.dicom.deidentify.Deidentification;
import org.vigie.dicom.deidentify.Deidentifier;
import org.vigie.dicom.deidentify.PseudonymKey;
import org.vigie.dicom.pixel.PixelData;

/// Damaged real files: whatever happens, it is a [DicomException] or an object.
class FuzzTest {

    private static final int DAMAGES = 150;
    private static final DicomLimits LIMITS = new DicomLimits(1 << 20, 1 << 20, 20_000, 16, 1 << 22);
    private static final Deidentifier DEIDENTIFIER = new Deidentifier(PseudonymKey.of(new byte[32]));

    static java.util.List<String> files() {
        return TestFiles.SOUND;
    }

    @ParameterizedTest
    @MethodSource("files")
    void damagedFilesGiveAnObjectOrTheOneException(String name) {
        byte[] sound = TestFiles.bytes(name);
        int read = 0;
        for (int seed = 0; seed < DAMAGES; seed++) {
            var random = new SplittableRandom(name.hashCode() * 1_000L + seed);
            byte[] damaged = damage(sound, random);
            try {
                use(DicomReader.read(damaged, LIMITS));
                read++;
            } catch (DicomException e) {
                assertThat(e.reason()).isNotNull();
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                fail(name + " damaged with seed " + seed, e);
            }
        }
        assertThat(read).isLessThan(DAMAGES);
    }

    private static void use(DicomObject object) throws DicomException {
        DicomJson.of(object.dataSet());
        object.dataSet().toBuilder().build();
        if (DEIDENTIFIER.deidentify(object) instanceof Deidentification.Released(DicomObject released)) {
            DicomWriter.write(released);
        }
        PixelData pixels = PixelData.of(object, LIMITS);
        pixels.voi(0);
        for (int frame = 0; frame < Math.min(2, pixels.frameCount()); frame++) {
            pixels.grey(frame);
        }
    }

    private static byte[] damage(byte[] sound, SplittableRandom random) {
        byte[] bytes = sound.clone();
        switch (random.nextInt(5)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> flip(bytes, random, 1 + random.nextInt(4), bytes.length);
            case 2 -> flip(bytes, random, 1 + random.nextInt(8), Math.min(bytes.length, 2_000));
            case 3 -> longNumber(bytes, random);
            default -> {
                int from = random.nextInt(bytes.length);
                int to = random.nextInt(bytes.length);
                int length = random.nextInt(Math.min(64, bytes.length - Math.max(from, to)) + 1);
                System.arraycopy(bytes, from, bytes, to, length);
            }
        }
        return bytes;
    }

    private static void flip(byte[] bytes, SplittableRandom random, int count, int within) {
        for (int i = 0; i < count; i++) {
            bytes[random.nextInt(within)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    /// A length, count or size that is as large as can be.
    private static void longNumber(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(Math.min(bytes.length, 2_000) - 4);
        Arrays.fill(bytes, at, at + (random.nextBoolean() ? 2 : 4), (byte) (random.nextBoolean() ? 0xFF : 0x7F));
    }
}
