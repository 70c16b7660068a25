package org.vigie.reports.weekly;

import org.jspecify.annotations.Nullable;

/// The cases a number was counted over.
public sealed interface Scope {

    /// Every site together.
    record AllSites() implements Scope {}

    record Site(String name) implements Scope {
        public Site {
            Checks.text("site", name);
        }
    }

    /// Cases that share a value of one attribute, such as one scanner.
    ///
    /// @param site null: at every site
    /// @param attribute DICOM keyword, such as `ManufacturerModelName`
    record Group(@Nullable String site, String attribute, String value) implements Scope {
        public Group {
            if (site != null) {
                Checks.text("site", site);
            }
            Checks.text("attribute", attribute);
            Checks.text("value of " + attribute, value);
        }
    }

    static Scope allSites() {
        return new AllSites();
    }

    static Scope site(String name) {
        return new Site(name);
    }

    static Scope group(String attribute, String value) {
        return new Group(null, attribute, value);
    }
}
