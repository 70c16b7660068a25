package org.vigie.drift.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class ProfileFormatTest {

    // ---- version 1 must be read for ever: the files were written when it was new

    @Test
    void readsTheNumericProfileOfVersionOne() throws IOException {
        NumericProfile profile = NumericProfile.fromBytes(golden("profile-numeric-v1.hex"));

        assertThat(profile.size()).isEqualTo(20);
        assertThat(profile.missing()).isEqualTo(2);
        assertThat(profile.positiveInfinities()).isEqualTo(1);
        assertThat(profile.negativeInfinities()).isEqualTo(0);
        assertThat(profile.capacity()).isEqualTo(16);
        assertThat(profile.points()).isEqualTo(16);
        assertThat(profile.moments()).isEqualTo(new Moments(20, 10.5, 665, 1, 20));
        assertThat(profile.rankError()).isEqualTo(1 / 20.0);
        assertThat(profile.toBytes()).isEqualTo(golden("profile-numeric-v1.hex"));
        assertThat(numeric().toBytes()).isEqualTo(golden("profile-numeric-v1.hex"));
    }

    @Test
    void readsTheCategoricalProfileOfVersionOne() throws IOException {
        CategoricalProfile profile = CategoricalProfile.fromBytes(golden("profile-categorical-v1.hex"));

        assertThat(profile.counts()).isEqualTo(Map.of("AP", 1L, "PA", 2L, "größer ≥ 3", 3L));
        assertThat(profile.missing()).isEqualTo(1);
        assertThat(profile.toBytes()).isEqualTo(golden("profile-categorical-v1.hex"));
        assertThat(categorical().toBytes()).isEqualTo(golden("profile-categorical-v1.hex"));
    }

    // ---- round trips

    @Test
    void whatIsReadIsWhatWasWritten() {
        NumericProfile large = NumericProfile.of(NumericProfileTest.gaussians(1, 100_000));

        assertThat(NumericProfile.fromBytes(large.toBytes()).toBytes()).isEqualTo(large.toBytes());
        assertThat(large.toBytes()).hasSizeLessThan(64 * 1024);
        for (NumericProfile profile :
                List.of(NumericProfile.of(), NumericProfile.of(Double.NaN), NumericProfile.of(3))) {
            assertThat(NumericProfile.fromBytes(profile.toBytes()).toBytes()).isEqualTo(profile.toBytes());
        }
        CategoricalProfile sketched = CategoricalProfile.of(
                java.util.stream.IntStream.range(0, 2000)
                        .mapToObj(i -> "c" + i % 300)
                        .toList(),
                8);
        assertThat(CategoricalProfile.fromBytes(sketched.toBytes())).isEqualTo(sketched);
    }

    // ---- hostile bytes

    @Test
    void saysWhatIsWrong() {
        byte[] sound = numeric().toBytes();

        assertThatThrownBy(() -> NumericProfile.fromBytes(new byte[0]))
                .isInstanceOf(ProfileFormatException.class)
                .hasMessage("not a profile");
        assertThatThrownBy(() -> NumericProfile.fromBytes(resealed(sound, 4, 2)))
                .isInstanceOf(ProfileFormatException.class)
                .hasMessage("profile of version 2, this reads 1");
        assertThatThrownBy(() -> CategoricalProfile.fromBytes(sound))
                .isInstanceOf(ProfileFormatException.class)
                .hasMessage("profile of kind 1 instead of 2");
        byte[] damaged = sound.clone();
        damaged[20] ^= 1;
        assertThatThrownBy(() -> NumericProfile.fromBytes(damaged))
                .isInstanceOf(ProfileFormatException.class)
                .hasMessage("profile is damaged: its checksum does not fit");
    }

    @Test
    void everyChangedByteIsNoticed() {
        for (byte[] sound : List.of(numeric().toBytes(), categorical().toBytes())) {
            for (int i = 0; i < sound.length; i++) {
                byte[] damaged = sound.clone();
                damaged[i] ^= (byte) 0x40;
                assertThat(catchThrowable(() -> read(damaged))).isInstanceOf(ProfileFormatException.class);
            }
        }
    }

    @Test
    void mutationsUnderAValidChecksumAreReadOrRefusedAndNothingElse() {
        var random = new SplittableRandom(20_261_121);
        List<byte[]> seeds = List.of(
                numeric().toBytes(),
                categorical().toBytes(),
                NumericProfile.of().toBytes(),
                NumericProfile.of(3, 4).toBytes());
        int refused = 0;
        for (int run = 0; run < 8_000; run++) {
            byte[] bytes = seeds.get(run % seeds.size()).clone();
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                bytes[random.nextInt(6, bytes.length - 4)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt(256));
            }
            byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(10, bytes.length + 3)) : bytes;
            Throwable thrown = catchThrowable(() -> read(resealed(cut, 0, cut[0])));
            if (thrown != null) {
                assertThat(thrown).isExactlyInstanceOf(ProfileFormatException.class);
                refused++;
            }
        }
        assertThat(refused).isBetween(4_000, 7_999);
    }

    private static void read(byte[] bytes) {
        if (bytes.length > 5 && bytes[5] == ProfileFormat.CATEGORICAL) {
            CategoricalProfile.fromBytes(bytes).merge(CategoricalProfile.of(List.of("a")));
        } else {
            NumericProfile profile = NumericProfile.fromBytes(bytes);
            if (profile.size() > 0) {
                assertThat(profile.quantile(0.5)).isBetween(profile.quantile(0), profile.quantile(1));
            }
        }
    }

    private static byte[] resealed(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        var crc = new CRC32();
        crc.update(changed, 0, changed.length - 4);
        for (int i = 0; i < 4; i++) {
            changed[changed.length - 4 + i] = (byte) (crc.getValue() >>> (24 - 8 * i));
        }
        return changed;
    }

    private static NumericProfile numeric() {
        NumericProfileBuilder builder = NumericProfile.builder(16);
        for (int i = 20; i >= 1; i--) {
            builder.add(i);
        }
        return builder.addAll(Double.NaN, Double.POSITIVE_INFINITY, Double.NaN).build();
    }

    private static CategoricalProfile categorical() {
        return CategoricalProfile.of(
                Arrays.asList("PA", "AP", null, "PA", "größer ≥ 3", "größer ≥ 3", "größer ≥ 3"), 8);
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = ProfileFormatTest.class.getResourceAsStream(name)) {
            String hex = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        }
    }
}
