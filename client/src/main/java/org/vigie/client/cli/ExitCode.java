package org.vigie.client.cli;

/// What the command's end tells a script. Documented in `docs/command-line.md`.
final class ExitCode {

    /// Everything asked for was done. Of `studies ingest`: the run came to its end, refused files are listed.
    static final int DONE = 0;

    /// The service refused.
    static final int REFUSED = 1;

    /// The command line makes no sense.
    static final int USAGE = 2;

    /// The service could not be reached, or a file not be read or written.
    static final int UNREACHABLE = 3;

    private ExitCode() {}
}
