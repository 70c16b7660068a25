package org.vigie.monitor.study;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import org.vigie.monitor.platform.DataDirectory;
import org.vigie.monitor.platform.Sha256;
import org.vigie.monitor.platform.Spool;

/// De-identified instances on the disk, each under the SHA-256 of its file.
@Singleton
public class ImageStore {

    private final Path folder;
    private final Spool spool;

    ImageStore(DataDirectory data, Spool spool) throws IOException {
        this.folder = data.folder("store");
        this.spool = spool;
    }

    /// Keeps a file; it survives a power cut from here on.
    ///
    /// @return its SHA-256
    String keep(byte[] file) {
        String sha256 = Sha256.of(file);
        spool.keep(file, path(sha256));
        return sha256;
    }

    /// Where the file of an instance lies.
    public Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256 + ".dcm");
    }
}
