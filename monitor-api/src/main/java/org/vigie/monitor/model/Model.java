package org.vigie.monitor.model;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// A clinical task.
///
/// @param target the finding that its scores speak of
@MappedEntity("model")
public record Model(@Id String name, String task, String target, Instant createdAt) {}
