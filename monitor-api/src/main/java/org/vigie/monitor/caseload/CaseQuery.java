package org.vigie.monitor.caseload;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which cases are wanted.
///
/// @param versionId null: the champion in force at each case's site and time
/// @param from first moment of acquisition
/// @param to moment after the last
/// @param sites empty: all
/// @param truthAsOf truth that became available later is left out
/// @param withFeatures whether feature vectors are read
public record CaseQuery(
        String model,
        @Nullable UUID versionId,
        Instant from,
        Instant to,
        List<String> sites,
        Instant truthAsOf,
        boolean withFeatures) {

    public CaseQuery {
        sites = List.copyOf(sites);
    }

    /// Cases of the champions, at all sites.
    public static CaseQuery ofChampions(String model, Instant from, Instant to, Instant truthAsOf) {
        return new CaseQuery(model, null, from, to, List.of(), truthAsOf, false);
    }

    public CaseQuery ofVersion(UUID id) {
        return new CaseQuery(model, id, from, to, sites, truthAsOf, withFeatures);
    }

    public CaseQuery atSites(List<String> codes) {
        return new CaseQuery(model, versionId, from, to, codes, truthAsOf, withFeatures);
    }

    public CaseQuery includingFeatures() {
        return new CaseQuery(model, versionId, from, to, sites, truthAsOf, true);
    }
}
