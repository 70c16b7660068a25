package org.vigie.monitor.model;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import org.vigie.modelpackage.ModelPackage;
import org.vigie.monitor.platform.DataDirectory;
import org.vigie.monitor.platform.Spool;

/// Model packages on the disk, each under the hash of its content.
@Singleton
class PackageStore {

    private final Path folder;
    private final Spool spool;

    PackageStore(DataDirectory data, Spool spool) throws IOException {
        this.folder = data.folder("packages");
        this.spool = spool;
    }

    /// @return the name of the file in the store
    String keep(ModelPackage modelPackage) {
        String name = modelPackage.packageSha256() + ".zip";
        spool.keep(modelPackage.toZip(), folder.resolve(name));
        return name;
    }

    Path file(ModelVersion version) {
        return folder.resolve(version.packagePath());
    }
}
