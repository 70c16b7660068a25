package org.vigie.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymiserTest {

    private static final Pseudonymiser PSEUDONYMS = new Pseudonymiser(PseudonymKey.of(key(0)));

    private static byte[] key(int first) {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (first + i);
        }
        return key;
    }

    /// Python 3.11, hmac and hashlib, for the key 00 01 … 1F.
    @Test
    void pseudonymsAreThoseOfTheDefinition() {
        assertThat(PSEUDONYMS.uid("1.2.840.113619.2.1")).isEqualTo("2.25.162212232521976313910453695102084279612");
        assertThat(PSEUDONYMS.patient("MRN 4711")).isEqualTo("P-RH81YDQWFVYP2CEP");
        assertThat(PSEUDONYMS.device("CT01")).isEqualTo("D-W98RB3H19CDT");
        assertThat(PSEUDONYMS.text("Thorax Routine")).isEqualTo("T-F4G9QD71GVR7");
    }

    @Property(tries = 300)
    void uidsAreValidAndStable(@ForAll String uid) {
        assertThat(PSEUDONYMS.uid(uid)).matches("2\\.25\\.[1-9]\\d{0,38}").isEqualTo(PSEUDONYMS.uid(uid));
    }

    @Test
    void blanksAroundAnIdentifierDoNotCount() {
        assertThat(PSEUDONYMS.patient(" 4711 ")).isEqualTo(PSEUDONYMS.patient("4711"));
    }

    @Test
    void differentIdentifiersKeysAndKindsDiffer() {
        Set<String> pseudonyms = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            pseudonyms.add(PSEUDONYMS.patient(Integer.toString(i)));
        }
        assertThat(pseudonyms).hasSize(10_000);
        assertThat(new Pseudonymiser(PseudonymKey.of(key(1))).patient("1")).isNotEqualTo(PSEUDONYMS.patient("1"));
        assertThat(PSEUDONYMS.device("1").substring(2))
                .isNotEqualTo(PSEUDONYMS.text("1").substring(2));
    }

    @Test
    void shortKeysAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PseudonymKey.of(new byte[31]))
                .withMessage("pseudonym key has 31 bytes, at least 32 are needed");
    }

    @Test
    void aKeyIsReadFromAFileAndNeverShown(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("key"), key(0));

        PseudonymKey key = PseudonymKey.read(file);

        assertThat(new Pseudonymiser(key).patient("1")).isEqualTo(PSEUDONYMS.patient("1"));
        assertThat(key).hasToString("PseudonymKey");
    }
}
