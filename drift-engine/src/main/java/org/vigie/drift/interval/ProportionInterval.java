package org.vigie.drift.interval;

/// Two-sided confidence interval of a binomial proportion.
///
/// ## Definition
///
/// With `k` successes in `n` trials, `p = k/n` and `z` the normal quantile of `1 − α/2`:
///
/// ```text
/// Wilson             (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)
/// Clopper–Pearson    [B(α/2; k, n − k + 1),  B(1 − α/2; k + 1, n − k)]     B: quantile of the beta distribution
/// Jeffreys           [B(α/2; k + ½, n − k + ½),  B(1 − α/2; k + ½, n − k + ½)]
/// Agresti–Coull      p̃ ± z √(p̃(1 − p̃)/ñ)     ñ = n + z²,  p̃ = (k + z²/2)/ñ
/// ```
///
/// ## Unit and range
///
/// Within `[0, 1]`. At `k = 0` the lower limit is exactly 0, at `k = n` the upper limit exactly 1; with
/// no trials the interval is `[0, 1]`.
///
/// ## Reading the value
///
/// Clopper–Pearson covers the true proportion with at least the stated confidence, whatever it is;
/// the others are narrower and cover it with about the stated confidence on average \[3]. Agresti–Coull
/// always holds Wilson's interval; Jeffreys leaves both tails about equally likely.
///
/// ## Where this differs from the usual formula
///
/// The familiar `p ± z √(p(1 − p)/n)` has no width when nothing went wrong and is not among these (see
/// [WaldInterval]). Limits of Jeffreys and Agresti–Coull beyond what was seen are cut: at `k = 0` the lower
/// limit is 0 and at `k = n` the upper limit 1, as \[3] advises; without that Jeffreys would shut out the very
/// share that was observed. `k` need not be a whole number, so that an interval can be foreseen for a
/// proportion that stays as it is.
///
/// ## Sources
///
/// 1. Wilson, E. B. (1927). *Probable inference, the law of succession, and statistical inference.*
///    Journal of the American Statistical Association 22(158), 209–212. doi:10.1080/01621459.1927.10502953
/// 2. Clopper, C. J., & Pearson, E. S. (1934). *The use of confidence or fiducial limits illustrated in
///    the case of the binomial.* Biometrika 26(4), 404–413. doi:10.1093/biomet/26.4.404
/// 3. Brown, L. D., Cai, T. T., & DasGupta, A. (2001). *Interval estimation for a binomial
///    proportion.* Statistical Science 16(2), 101–133. doi:10.1214/ss/1009213286
/// 4. Agresti, A., & Coull, B. A. (1998). *Approximate is better than "exact" for interval estimation of
///    binomial proportions.* The American Statistician 52(2), 119–126. doi:10.1080/00031305.1998.10480550
public enum ProportionInterval {
    WILSON {
        @Override
        Interval compute(double k, double n, double confidence) {
            double z = StandardNormal.twoSided(confidence);
            double p = k / n;
            double z2 = z * z;
            double centre = p + z2 / (2 * n);
            double half = z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
            double scale = 1 + z2 / n;
            double lower = k == 0 ? 0 : Math.max(0, (centre - half) / scale);
            double upper = k == n ? 1 : Math.min(1, (centre + half) / scale);
            return new Interval(lower, upper, confidence);
        }
    },
    CLOPPER_PEARSON {
        @Override
        Interval compute(double k, double n, double confidence) {
            double tail = (1 - confidence) / 2;
            double lower = k == 0 ? 0 : BetaQuantile.of(k, n - k + 1, tail);
            // the mirror image keeps its precision where 1 − quantile would not
            double upper = k == n ? 1 : 1 - BetaQuantile.of(n - k, k + 1, tail);
            return new Interval(lower, upper, confidence);
        }
    },
    JEFFREYS {
        @Override
        Interval compute(double k, double n, double confidence) {
            double tail = (1 - confidence) / 2;
            double lower = k == 0 ? 0 : Math.min(k / n, BetaQuantile.of(k + 0.5, n - k + 0.5, tail));
            double upper = k == n ? 1 : Math.max(k / n, 1 - BetaQuantile.of(n - k + 0.5, k + 0.5, tail));
            return new Interval(lower, upper, confidence);
        }
    },
    AGRESTI_COULL {
        @Override
        Interval compute(double k, double n, double confidence) {
            double z = StandardNormal.twoSided(confidence);
            double trials = n + z * z;
            double centre = (k + z * z / 2) / trials;
            double half = z * Math.sqrt(centre * (1 - centre) / trials);
            return new Interval(
                    k == 0 ? 0 : Math.max(0, centre - half), k == n ? 1 : Math.min(1, centre + half), confidence);
        }
    };

    /// Interval for `successes` in `trials`; `[0, 1]` when there were none.
    ///
    /// @throws IllegalArgumentException if not `0 ≤ successes ≤ trials`, or `confidence` is not in (0, 1)
    public Interval of(double successes, double trials, double confidence) {
        Interval.requireConfidence(confidence);
        if (!(successes >= 0 && successes <= trials && trials < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(successes + " successes in " + trials + " trials");
        }
        return trials == 0 ? new Interval(0, 1, confidence) : compute(successes, trials, confidence);
    }

    abstract Interval compute(double k, double n, double confidence);
}
