package org.vigie.drift.agreement;

import java.util.Locale;
import java.util.Optional;

/// Why κ of two readers is low although they hardly ever differ, in numbers and in one sentence.
///
/// ## Definition
///
/// ```text
///                  second +   second −
/// first reader +      a          b         prevalence index  |a − d|/n     positive agreement  2a/(2a + b + c)
/// first reader −      c          d         bias index        |b − c|/n     negative agreement  2d/(2d + b + c)
///
/// PABAK = 2pₒ − 1        κ = (PABAK − PI² + BI²)/(1 − PI² + BI²)
/// ```
///
/// ## Reading the value
///
/// The last line says it all \[1]: a prevalence index near 1 pulls κ to 0, a bias index away from 0 raises it. The
/// paradox is present when κ lies below per cent agreement by so much that it would be 0.2 higher were both categories
/// equally frequent and both readers equally ready to use them (PABAK), while at least 80 % of the cases agree.
///
/// ## Sources
///
/// 1. Byrt, T., Bishop, J., & Carlin, J. B. (1993). *Bias, prevalence and kappa.* Journal of Clinical Epidemiology
///    46(5), 423–429. doi:10.1016/0895-4356(93)90018-V
/// 2. Feinstein, A. R., & Cicchetti, D. V. (1990). *High agreement but low kappa: I.* Journal of Clinical
///    Epidemiology 43(6), 543–549. doi:10.1016/0895-4356(90)90158-L
/// 3. Cicchetti, D. V., & Feinstein, A. R. (1990). *High agreement but low kappa: II.* Journal of Clinical
///    Epidemiology 43(6), 551–558. doi:10.1016/0895-4356(90)90159-M
///
/// @param cases both readers rated
/// @param agreement share of them in which the readers agree
/// @param kappa Cohen's
/// @param pabak prevalence- and bias-adjusted κ
/// @param ac1 Gwet's
/// @param prevalenceIndex 0 when both categories are equally frequent, 1 when one is never used
/// @param biasIndex 0 when both readers use the categories equally often
/// @param positiveAgreement agreement on the first category; 0 when neither reader used it
/// @param negativeAgreement agreement on the second category; 0 when neither reader used it
/// @param present whether κ is low for this reason
public record KappaParadox(
        int cases,
        double agreement,
        double kappa,
        double pabak,
        double ac1,
        double prevalenceIndex,
        double biasIndex,
        double positiveAgreement,
        double negativeAgreement,
        boolean present) {

    /// Of two readers and two categories; absent for others, and where κ is not defined.
    public static Optional<KappaParadox> of(Ratings ratings) {
        if (ratings.readers() != 2 || ratings.categories().size() != 2) {
            return Optional.empty();
        }
        double[][] table = new double[2][2];
        int n = 0;
        for (int i = 0; i < ratings.size(); i++) {
            int first = ratings.code(i, 0);
            int second = ratings.code(i, 1);
            if (first != Ratings.GAP && second != Ratings.GAP) {
                table[first][second]++;
                n++;
            }
        }
        Agreement kappa = CohenKappa.of(ratings, Weights.IDENTITY, 0.95);
        // on the cases both rated, so that all numbers speak of the same
        Ratings both = Ratings.ofTable(ratings.categories(), new long[][] {
            {(long) table[0][0], (long) table[0][1]}, {(long) table[1][0], (long) table[1][1]}
        });
        Agreement ac1 = MultiReaderAgreement.GWET_AC.of(both, Weights.IDENTITY, 0.95);
        if (kappa.estimate().isEmpty() || ac1.estimate().isEmpty()) {
            return Optional.empty();
        }
        double differing = table[0][1] + table[1][0];
        double agreement = (n - differing) / n;
        double pabak = 2 * agreement - 1;
        double value = kappa.estimate().getAsDouble();
        return Optional.of(new KappaParadox(
                n,
                agreement,
                value,
                pabak,
                ac1.estimate().getAsDouble(),
                Math.abs(table[0][0] - table[1][1]) / n,
                Math.abs(table[0][1] - table[1][0]) / n,
                specific(table[0][0], differing),
                specific(table[1][1], differing),
                agreement >= 0.8 && pabak - value >= 0.2));
    }

    /// One sentence for the reader of a report.
    public String sentence() {
        String numbers = String.format(
                Locale.ROOT,
                "The readers agree in %.1f %% of %d cases; Cohen's κ is %.3f, Gwet's AC1 %.3f, PABAK %.3f",
                100 * agreement,
                cases,
                kappa,
                ac1,
                pabak);
        return present
                ? numbers
                        + String.format(
                                Locale.ROOT,
                                ". κ is low because nearly all cases are of one category (prevalence index %.2f, bias"
                                        + " index %.2f), not because the readers differ; on the rarer category they"
                                        + " agree in %.0f %%.",
                                prevalenceIndex,
                                biasIndex,
                                100 * Math.min(positiveAgreement, negativeAgreement))
                : numbers + ": κ is not depressed by the prevalence of one category.";
    }

    private static double specific(double both, double differing) {
        return both == 0 ? 0 : 2 * both / (2 * both + differing);
    }
}
