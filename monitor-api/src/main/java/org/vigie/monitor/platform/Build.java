package org.vigie.monitor.platform;

import org.jspecify.annotations.Nullable;

/// Which build of the service this is; every prediction carries it.
public final class Build {

    private static final String UNPACKED = "development";

    private Build() {}

    /// The version in the jar's manifest, `development` where there is no jar.
    public static String version() {
        @Nullable String version = Build.class.getPackage().getImplementationVersion();
        return version == null ? UNPACKED : version;
    }
}
