package org.vigie.demo.training;

/// A training case as the last layer sees it.
///
/// @param features of the backbone
/// @param nodule the truth
record Sample(float[] features, boolean nodule) {}
