package org.vigie.demo.phantom;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/// A made-up person. Name, number and birth date are there so that de-identification has something to remove.
///
/// @param seed from which body and nodules follow
/// @param id number in the hospital
/// @param name as DICOM writes it, family name first
/// @param sex `F` or `M`
/// @param nodule whether there is one in the lungs
public record Patient(long seed, String id, String name, LocalDate birthDate, String sex, boolean nodule) {
    private static final List<String> FAMILY = List.of(
            "Marchand",
            "Girard",
            "Perret",
            "Rochat",
            "Blanchet",
            "Lefort",
            "Moreau",
            "Favre",
            "Chappuis",
            "Garnier",
            "Delmas",
            "Rey",
            "Bonvin",
            "Charrier",
            "Lacombe",
            "Dufour",
            "Monnier",
            "Tissot",
            "Vidal",
            "Berthet");
    private static final List<String> WOMEN =
            List.of("Claire", "Anne", "Lucie", "Isabelle", "Nadia", "Sophie", "Elodie", "Martine", "Irène", "Camille");
    private static final List<String> MEN =
            List.of("Paul", "Luc", "Antoine", "Karim", "Bernard", "Julien", "Olivier", "Hugo", "Rémi", "Denis");
    private static final LocalDate OLDEST = LocalDate.of(1938, 1, 1);
    private static final int BIRTH_DAYS = 62 * 365;

    static Patient draw(long seed, double prevalence) {
        SplittableRandom random = Seeds.random(seed, 5);
        boolean woman = random.nextBoolean();
        List<String> given = woman ? WOMEN : MEN;
        return new Patient(
                seed,
                "P%07d".formatted(random.nextInt(10_000_000)),
                FAMILY.get(random.nextInt(FAMILY.size())) + "^" + given.get(random.nextInt(given.size())),
                OLDEST.plusDays(random.nextInt(BIRTH_DAYS)),
                woman ? "F" : "M",
                random.nextDouble() < prevalence);
    }
}
