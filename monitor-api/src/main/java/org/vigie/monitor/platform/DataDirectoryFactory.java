package org.vigie.monitor.platform;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;

@Factory
final class DataDirectoryFactory {

    @Singleton
    DataDirectory dataDirectory(VigieSettings settings) throws IOException {
        return DataDirectory.at(settings.dataDir());
    }

    @Singleton
    Secrets secrets(DataDirectory directory) throws IOException {
        return directory.secrets();
    }
}
