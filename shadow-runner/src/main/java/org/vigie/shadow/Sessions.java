package org.vigie.shadow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.client.ProblemException;
import org.vigie.client.RunnerApi;
import org.vigie.modelpackage.ExecutionTarget;
import org.vigie.modelpackage.GpuUnavailable;
import org.vigie.modelpackage.ModelPackageException;
import org.vigie.modelpackage.OnnxModel;

/// Loaded models by package hash. When they take more than the budget, those not in use are closed, the one unused
/// for longest first; those in use stay, whatever they take.
final class Sessions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final PackageCache packages;
    private final ExecutionTarget target;
    private final long budget;
    private final LinkedHashMap<String, Entry> byHash = new LinkedHashMap<>(16, 0.75f, true);

    Sessions(PackageCache packages, ExecutionTarget target, long budget) {
        this.packages = packages;
        this.target = target;
        this.budget = budget;
    }

    private static final class Entry {
        final Session session;
        int users;

        Entry(Session session) {
            this.session = session;
        }
    }

    /// Must be given back by [#release].
    synchronized Session acquire(RunnerApi.Version version)
            throws IOException, InterruptedException, ProblemException, ModelPackageException, GpuUnavailable,
                    PackageMismatch {
        Entry entry = byHash.get(version.packageSha256());
        if (entry == null) {
            entry = new Entry(load(version));
            byHash.put(version.packageSha256(), entry);
        }
        entry.users++;
        evict();
        return entry.session;
    }

    synchronized void release(RunnerApi.Version version) {
        Entry entry = byHash.get(version.packageSha256());
        if (entry == null || entry.users == 0) {
            throw new IllegalStateException("released more often than acquired");
        }
        entry.users--;
        evict();
    }

    synchronized int loaded() {
        return byHash.size();
    }

    private Session load(RunnerApi.Version version)
            throws IOException, InterruptedException, ProblemException, ModelPackageException, GpuUnavailable,
                    PackageMismatch {
        PackageCache.Cached cached = packages.get(version);
        OnnxModel model = OnnxModel.load(cached.folder(), cached.modelPackage().manifest(), target);
        LOG.info("loaded {} {} on {}", version.model(), version.version(), model.executionProvider());
        return new Session(model, cached.modelPackage());
    }

    private void evict() {
        long total = byHash.values().stream()
                .mapToLong(entry -> entry.session.bytes())
                .sum();
        Iterator<Map.Entry<String, Entry>> oldestFirst = byHash.entrySet().iterator();
        while (total > budget && oldestFirst.hasNext()) {
            Entry entry = oldestFirst.next().getValue();
            if (entry.users == 0) {
                oldestFirst.remove();
                total -= entry.session.bytes();
                entry.session.close();
            }
        }
    }

    @Override
    public synchronized void close() {
        List<Entry> entries = new ArrayList<>(byHash.values());
        byHash.clear();
        entries.forEach(entry -> entry.session.close());
    }
}
