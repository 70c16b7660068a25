package org.vigie.monitor.study;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.UUID;
import org.vigie.monitor.site.Site;

/// Takes an original file in: reads it, de-identifies it, keeps the result on the disk and only then in the database,
/// so that no row is without its file. A refusal is recorded with its reason.
@Singleton
class TakeInstanceIn {

    private final Door door;
    private final ImageStore store;
    private final StudyRecords records;
    private final Refusals refusals;

    TakeInstanceIn(Door door, ImageStore store, StudyRecords records, Refusals refusals) {
        this.door = door;
        this.store = store;
        this.records = records;
        this.refusals = refusals;
    }

    enum Outcome {
        STORED,
        DUPLICATE
    }

    @Serdeable
    record Taken(UUID studyId, UUID instanceId, String studyUid, String sopUid, Outcome outcome) {}

    /// @throws IntakeRefused with the reason, which is recorded too
    Taken take(Path original, Site site) {
        try {
            AdmittedInstance instance = door.admit(original, site.zoneId());
            return records.find(instance, site.code()).orElseGet(() -> {
                String sha256 = store.keep(instance.file());
                return records.add(instance, sha256, site.code());
            });
        } catch (IntakeRefused refused) {
            refusals.record(site.code(), refused);
            throw refused;
        }
    }
}
