package org.vigie.demo.phantom;

import java.util.List;

/// One made-up radiograph.
///
/// @param size rows and columns
/// @param pixels stored values row by row, 14 of 16 bits used, larger is brighter (MONOCHROME2)
/// @param nodules empty if the lungs are clear
/// @param scanner that made it
public record Phantom(int size, short[] pixels, List<Nodule> nodules, Scanner scanner) {
    public static final int SIZE = 256;

    /// Draws a phantom. The body and its nodules follow from the patient's seed, posture and noise from the visit's.
    public static Phantom draw(long patientSeed, long visitSeed, boolean withNodule, Scanner scanner) {
        Anatomy anatomy = Anatomy.draw(patientSeed, visitSeed, withNodule, SIZE);
        short[] pixels = Acquisition.expose(anatomy, scanner, Seeds.random(visitSeed, 4));
        return new Phantom(SIZE, pixels, anatomy.nodules(), scanner);
    }

    public boolean hasNodule() {
        return !nodules.isEmpty();
    }
}
