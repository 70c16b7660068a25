package org.vigie.monitor.security;

/// The roles that endpoints name in `@Secured`.
public final class Roles {

    /// Sees studies with the champion's prediction and flags errors.
    public static final String FLAGGER = "FLAGGER";

    /// Reads cases blind.
    public static final String READER = "READER";

    /// Settles disagreements between readers.
    public static final String ADJUDICATOR = "ADJUDICATOR";

    /// Registers models, starts runs, sees candidates' results.
    public static final String ML_ENGINEER = "ML_ENGINEER";

    /// Decides policies, answers alerts, signs reports.
    public static final String QUALITY = "QUALITY";

    /// Sees the access log.
    public static final String DPO = "DPO";

    /// Does everything that a person may do.
    public static final String ADMIN = "ADMIN";

    /// A shadow runner: leases cases and posts results, nothing else.
    public static final String RUNNER = "RUNNER";

    private Roles() {}
}
