package org.vigie.drift.multiplicity;

import java.util.ArrayList;
import java.util.List;

/// Tests that come one after another for ever, with the share of false discoveries under control at every time.
///
/// ## Definition
///
/// Test `t` is judged at a level that depends on earlier outcomes only; `γ` is a sequence that sums to 1, `τⱼ`
/// the time of discovery `j`, `W₀ = α/2` the wealth at the start:
///
/// ```text
/// LORD++    αₜ = W₀γₜ + (α − W₀)γ(t − τ₁) + α Σ γ(t − τⱼ)  for j ≥ 2,            γᵢ ∝ ln(max(i, 2)) / (i exp √ln i)
/// SAFFRON   αₜ = min(λ, W₀γ(t − C₀) + ((1 − λ)α − W₀)γ(t − τ₁ − C₁) + (1 − λ)α Σ γ(t − τⱼ − Cⱼ))
///           W₀ = (1 − λ)α/2, λ = 1/2, γᵢ ∝ i^−1.6
///           Cⱼ: how many candidates, p ≤ λ, came after discovery j and before t
/// ```
///
/// ## Unit and range
///
/// Levels, in (0, 1).
///
/// ## Reading the value
///
/// The expected share of false alarms among all alarms so far is at most `α`, at every time, for independent
/// p-values (and marginally for LORD++ under the conditions of \[1]); nobody has to say how many tests will
/// come. Every discovery earns level for later tests; a long time without any lowers it. SAFFRON does not pay
/// for tests whose p-value is large anyway and has more power when much changes. For a hospital that wants "at
/// most so many false alarms a year", use [FalseAlarmBudget]: a *share* is of little use where there should be
/// no alarm at all.
///
/// ## Sources
///
/// 1. Ramdas, A., Yang, F., Wainwright, M. J., & Jordan, M. I. (2017). *Online control of the false discovery
///    rate with decaying memory.* NeurIPS 30. arXiv:1710.00499
/// 2. Ramdas, A., Zrnic, T., Wainwright, M. J., & Jordan, M. I. (2018). *SAFFRON: an adaptive algorithm for online
///    control of the false discovery rate.* ICML 35, 4286–4294. arXiv:1802.09098
/// 3. Javanmard, A., & Montanari, A. (2018). *Online rules for control of false discovery rate and false discovery
///    exceedance.* Annals of Statistics 46(2), 526–554. doi:10.1214/17-AOS1559
///
/// @param method how the level is set
/// @param level `α`: greatest expected share of false discoveries
/// @param tests judged so far
/// @param ages one entry for the start and one for each discovery: how far along `γ` the next test is from it
public record OnlineDiscovery(Method method, double level, long tests, List<Long> ages) {

    private static final double CANDIDATE = 0.5;

    /// How the level is set.
    public enum Method {
        LORD,
        SAFFRON
    }

    /// What one test came to.
    ///
    /// @param level it was judged at
    /// @param discovery whether `p ≤ level`
    /// @param next the state for the next test
    public record Step(double level, boolean discovery, OnlineDiscovery next) {}

    /// @throws IllegalArgumentException if `level` is not in (0, 1), `tests` negative, or an age below 1
    public OnlineDiscovery {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + " is not in (0, 1)");
        }
        if (tests < 0) {
            throw new IllegalArgumentException("tests " + tests + " < 0");
        }
        ages = List.copyOf(ages);
        if (ages.isEmpty()) {
            throw new IllegalArgumentException("no age of the start");
        }
        for (long age : ages) {
            if (age < 1) {
                throw new IllegalArgumentException("age " + age + " < 1");
            }
        }
    }

    /// Before the first test.
    ///
    /// @throws IllegalArgumentException if `level` is not in (0, 1)
    public static OnlineDiscovery start(Method method, double level) {
        return new OnlineDiscovery(method, level, 0, List.of(1L));
    }

    /// Level of the next test.
    public double nextLevel() {
        double payout = method == Method.LORD ? level : (1 - CANDIDATE) * level;
        double wealth = payout / 2;
        double next = wealth * share(ages.getFirst());
        for (int j = 1; j < ages.size(); j++) {
            next += (j == 1 ? payout - wealth : payout) * share(ages.get(j));
        }
        return method == Method.LORD ? next : Math.min(CANDIDATE, next);
    }

    /// Judges one test.
    ///
    /// @throws IllegalArgumentException if `pValue` is not in [0, 1]
    public Step after(double pValue) {
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("pValue " + pValue + " is not in [0, 1]");
        }
        double now = nextLevel();
        boolean discovery = pValue <= now;
        boolean moves = method == Method.LORD || pValue > CANDIDATE;
        List<Long> next = new ArrayList<>();
        for (long age : ages) {
            next.add(moves ? age + 1 : age);
        }
        if (discovery) {
            next.add(1L);
        }
        return new Step(now, discovery, new OnlineDiscovery(method, level, tests + 1, next));
    }

    private double share(long age) {
        return method == Method.LORD ? OnlineShares.lord(age) : OnlineShares.saffron(age);
    }
}
