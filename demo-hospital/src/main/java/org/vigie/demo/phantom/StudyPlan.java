package org.vigie.demo.phantom;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.Locale;

/// One study before it is made: who, where, when, and the seed of its picture.
///
/// @param week counted from 1
/// @param acquired wall-clock time at the site
/// @param visitSeed from which posture, noise and UIDs follow
public record StudyPlan(
        int week, Scanner scanner, Patient patient, LocalDateTime acquired, String viewPosition, long visitSeed) {

    public String studyUid() {
        return uid(1);
    }

    public String seriesUid() {
        return uid(2);
    }

    public String sopUid() {
        return uid(3);
    }

    public String accessionNumber() {
        return String.format(Locale.ROOT, "A%09d", Math.floorMod(Seeds.derive(visitSeed, 14), 1_000_000_000L));
    }

    public Phantom draw() {
        return Phantom.draw(patient.seed(), visitSeed, patient.nodule(), scanner);
    }

    /// A UID under 2.25, the root for numbers of the size of a UUID.
    private String uid(int kind) {
        BigInteger high = BigInteger.valueOf(Seeds.derive(visitSeed, 10, kind) >>> 1);
        BigInteger low = BigInteger.valueOf(Seeds.derive(visitSeed, 11, kind) >>> 1);
        return "2.25." + high.shiftLeft(63).or(low);
    }
}
