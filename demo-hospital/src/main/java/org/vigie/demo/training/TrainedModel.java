package org.vigie.demo.training;

import java.nio.file.Path;

/// A version on disk, and how well it does on phantoms that no step of its making has seen.
///
/// @param version as in the manifest
/// @param folder with the package
/// @param threshold at or above which a score is positive
/// @param trainingCases the last layer was fitted on
/// @param aurocBefore on fresh studies of all rooms before the upgrade
/// @param aurocAfter on fresh studies of the upgraded room
public record TrainedModel(
        String version, Path folder, double threshold, int trainingCases, double aurocBefore, double aurocAfter) {}
