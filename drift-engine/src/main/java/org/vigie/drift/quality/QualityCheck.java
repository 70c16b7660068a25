package org.vigie.drift.quality;

/// What a finding is about.
public enum QualityCheck {
    /// Values are missing; [MissingShare].
    MISSING,
    /// Categories the reference does not know; [NewCategories].
    NEW_CATEGORY,
    /// Values outside a range; [OutOfRange].
    OUT_OF_RANGE,
    /// Infinite values, or values no measurement can have; [Infinities].
    INFINITE,
    /// Keys or whole rows seen more than once; [Duplicates].
    DUPLICATE,
    /// Values in another unit; [UnitJump].
    UNIT_JUMP,
    /// One value over and over; [StuckValues].
    STUCK,
    /// The newest observation is old; [Freshness].
    STALE,
    /// Too few or too many observations in a period; [Volume].
    VOLUME
}
