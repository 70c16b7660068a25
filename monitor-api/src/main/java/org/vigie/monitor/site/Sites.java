package org.vigie.monitor.site;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vigie.monitor.platform.VigieSettings;

/// The sites this service watches.
@Singleton
public class Sites {

    private final SiteRepository sites;
    private final VigieSettings settings;
    private final Clock clock;

    Sites(SiteRepository sites, VigieSettings settings, Clock clock) {
        this.sites = sites;
        this.settings = settings;
        this.clock = clock;
    }

    /// All sites, the first that came first.
    public List<Site> all() {
        return sites.inOrderOfArrival();
    }

    public Optional<Site> find(String code) {
        return sites.findByCode(code);
    }

    /// @throws UnknownSite if there is none
    public Site require(String code) {
        return sites.findByCode(code).orElseThrow(() -> new UnknownSite(code));
    }

    /// The zone in which days and weeks of all sites together begin: that of the first site.
    public ZoneId commonZone() {
        return all().stream().findFirst().map(Site::zoneId).orElse(settings.defaultZone());
    }

    /// The zone of one site, or of all together.
    ///
    /// @param code null or empty for all
    /// @throws UnknownSite if there is none
    public ZoneId zone(@org.jspecify.annotations.Nullable String code) {
        return code == null || code.isEmpty() ? commonZone() : require(code).zoneId();
    }

    boolean put(String code, String name, ZoneId zone) {
        return sites.put(code, name, zone.getId(), clock.instant());
    }
}
