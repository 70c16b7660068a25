package org.vigie.monitor.study;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An instance that may come in: de-identified, its pixels read, not kept yet.
record AdmittedInstance(
        byte[] file,
        String studyUid,
        String seriesUid,
        String sopUid,
        String patient,
        Instant acquiredAt,
        @Nullable Integer seriesNumber,
        @Nullable Integer instanceNumber,
        String transferSyntax,
        int rows,
        int columns,
        int frames,
        Map<String, Object> attributes,
        Map<String, Double> statistics) {}
