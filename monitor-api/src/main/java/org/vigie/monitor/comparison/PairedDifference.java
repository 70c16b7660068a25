package org.vigie.monitor.comparison;

import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.ProportionInterval;

/// Difference of two proportions seen on the same cases, with its interval.
///
/// ## Definition
///
/// ```text
/// θ = p₁ − p₂     p₁ = (a + c) / n  candidate right     p₂ = (a + b) / n  champion right
///
/// lower = θ − √((p₁ − l₁)² − 2φ(p₁ − l₁)(u₂ − p₂) + (u₂ − p₂)²)
/// upper = θ + √((u₁ − p₁)² − 2φ(u₁ − p₁)(p₂ − l₂) + (p₂ − l₂)²)
/// ```
///
/// with Wilson limits `l`, `u` of each proportion, and `φ` the correlation of the two answers, lowered by `n/2` in its
/// numerator where it is positive: Newcombe's method 10 \[1].
///
/// ## Sources
///
/// 1. Newcombe, R. G. (1998). *Improved confidence intervals for the difference between binomial proportions based on
///    paired data.* Statistics in Medicine 17(22), 2635–2650.
///
/// @param both cases that both got right
/// @param championOnly cases that the champion alone got right
/// @param candidateOnly cases that the candidate alone got right
/// @param neither cases that both got wrong
record PairedDifference(long both, long championOnly, long candidateOnly, long neither) {

    long cases() {
        return both + championOnly + candidateOnly + neither;
    }

    /// Candidate minus champion.
    ///
    /// @throws IllegalStateException if there is no case
    double estimate() {
        if (cases() == 0) {
            throw new IllegalStateException("no case");
        }
        return (double) (candidateOnly - championOnly) / cases();
    }

    Interval interval(double confidence) {
        double n = cases();
        double p1 = (both + candidateOnly) / n;
        double p2 = (both + championOnly) / n;
        Interval first = ProportionInterval.WILSON.of((double) (both + candidateOnly), n, confidence);
        Interval second = ProportionInterval.WILSON.of((double) (both + championOnly), n, confidence);
        double phi = correlation();
        double below = distance(p1 - first.lower(), second.upper() - p2, phi);
        double above = distance(first.upper() - p1, p2 - second.lower(), phi);
        return new Interval(Math.max(-1, estimate() - below), Math.min(1, estimate() + above), confidence);
    }

    private static double distance(double x, double y, double phi) {
        return Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y));
    }

    private double correlation() {
        double product = (double) (both + championOnly)
                * (candidateOnly + neither)
                * (both + candidateOnly)
                * (championOnly + neither);
        if (product == 0) {
            return 0;
        }
        double numerator = (double) both * neither - (double) championOnly * candidateOnly;
        double corrected = numerator > 0 ? Math.max(0, numerator - cases() / 2.0) : numerator;
        return corrected / Math.sqrt(product);
    }
}
