package org.vigie.dicom.deidentify;

import java.math.BigInteger;
import java.util.Arrays;

/// Keyed pseudonyms: always the same for the same identifier, different for different ones (but for chance), and of no
/// use without the [PseudonymKey].
///
/// Blanks around an identifier do not count, as in DICOM.
public final class Pseudonymiser {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32

    private final PseudonymKey key;

    public Pseudonymiser(PseudonymKey key) {
        this.key = key;
    }

    /// A UID below 2.25, made from a UUID of version 8 (RFC 9562; PS3.5 B.2): 122 bits of the keyed hash.
    public String uid(String uid) {
        byte[] uuid = Arrays.copyOf(key.hash("uid", uid.strip()), 16);
        uuid[6] = (byte) ((uuid[6] & 0x0F) | 0x80);
        uuid[8] = (byte) ((uuid[8] & 0x3F) | 0x80);
        return "2.25." + new BigInteger(1, uuid);
    }

    /// `P-` and 16 characters for a Patient ID (0010,0020): 80 bits.
    public String patient(String patientId) {
        return "P-" + code("patient", patientId, 16);
    }

    /// `D-` and 12 characters for a name or number of a device, such as Station Name (0008,1010): 60 bits.
    public String device(String name) {
        return "D-" + code("device", name, 12);
    }

    /// `T-` and 12 characters for a text whose changes matter but whose words are free, such as Protocol Name
    /// (0018,1030): 60 bits.
    public String text(String text) {
        return "T-" + code("text", text, 12);
    }

    private String code(String domain, String value, int characters) {
        byte[] hash = key.hash(domain, value.strip());
        BigInteger number = new BigInteger(1, hash);
        StringBuilder code = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            code.append(ALPHABET.charAt(number.shiftRight(5 * i).intValue() & 31));
        }
        return code.toString();
    }
}
