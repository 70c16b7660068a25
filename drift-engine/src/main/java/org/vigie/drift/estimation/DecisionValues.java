package org.vigie.drift.estimation;

/// What each outcome of a decision is worth, in any unit.
public record DecisionValues(double truePositive, double falsePositive, double falseNegative, double trueNegative) {}
