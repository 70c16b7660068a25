package org.vigie.demo.phantom;

import java.util.List;

/// The two sites and their three X-ray rooms, before and after the upgrade.
public final class Hospital {
    public static final String LYON = "lyon";
    public static final String GENEVE = "geneve";
    public static final List<String> SITES = List.of(LYON, GENEVE);

    /// The first week, counted from 1, in which the upgraded software runs.
    public static final int UPGRADE_WEEK = 16;

    private static final Scanner AURELIS = new Scanner(
            LYON,
            "LYO-RX1",
            "Aurelis Imaging",
            "ThoraVue 300",
            "5.2.1",
            120,
            1.40,
            6200,
            900,
            0.0125,
            0.65,
            0.25,
            1.00,
            1);
    private static final Scanner BOREAL = new Scanner(
            LYON,
            "LYO-RX2",
            "Boreal Medical",
            "Boreal DR-2",
            "2.4.0",
            125,
            1.42,
            5100,
            1400,
            0.0150,
            0.75,
            0.20,
            0.97,
            1);
    private static final Scanner HELVIX = new Scanner(
            GENEVE, "GVA-RX1", "Helvix", "Panora X", "11.0.3", 117, 1.38, 7400, 600, 0.0110, 0.85, 0.35, 1.03, 1);
    private static final Scanner BOREAL_UPGRADED = BOREAL.upgraded("3.0.0", 0.040, 0.2, 0.78);

    /// The room that is upgraded, as it was before.
    public static final Scanner UPGRADED_ROOM = BOREAL;

    private Hospital() {}

    /// The rooms as they are in a week, counted from 1.
    public static List<Scanner> scannersInWeek(int week) {
        return week < UPGRADE_WEEK ? List.of(AURELIS, BOREAL, HELVIX) : List.of(AURELIS, BOREAL_UPGRADED, HELVIX);
    }
}
