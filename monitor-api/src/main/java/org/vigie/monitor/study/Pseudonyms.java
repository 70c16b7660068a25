package org.vigie.monitor.study;

import jakarta.inject.Singleton;
import java.io.IOException;
import org.vigie.dicom.DicomLimits;
import org.vigie.dicom.deidentify.BurnedInText;
import org.vigie.dicom.deidentify.DatePolicy;
import org.vigie.dicom.deidentify.Deidentifier;
import org.vigie.dicom.deidentify.PseudonymKey;
import org.vigie.dicom.deidentify.Pseudonymiser;
import org.vigie.monitor.platform.Secrets;

/// The service's pseudonyms, made with a key that lies in a secret file and nowhere else. Who loses the file cannot
/// find a study again by its original identifier.
@Singleton
public class Pseudonyms {

    private static final String KEY_FILE = "pseudonym.key";

    private final Pseudonymiser pseudonymiser;
    private final Deidentifier deidentifier;

    Pseudonyms(Secrets secrets) throws IOException {
        PseudonymKey key = PseudonymKey.of(secrets.key(KEY_FILE));
        this.pseudonymiser = new Pseudonymiser(key);
        this.deidentifier = new Deidentifier(key, DatePolicy.DAY, BurnedInText.DEFAULT, DicomLimits.DEFAULT);
    }

    /// The pseudonym of an original UID; the original is neither kept nor logged.
    public String uid(String original) {
        return pseudonymiser.uid(original);
    }

    Deidentifier deidentifier() {
        return deidentifier;
    }
}
