package org.vigie.shadow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.client.RunnerApi;
import org.vigie.modelpackage.Tensor;

/// Groups tensors that may be inferred together: the same pre-processing and the same size.
final class Batches {

    private final int size;
    private final long mostFloats;
    private final Map<Key, List<Item>> groups = new LinkedHashMap<>();
    private long floats;

    /// @param size tensors in a full batch
    /// @param mostFloats values held at most before a batch that is not full is given out
    Batches(int size, long mostFloats) {
        this.size = size;
        this.mostFloats = mostFloats;
    }

    private record Key(String preprocessing, int channels, int height, int width) {}

    record Item(RunnerApi.Case one, Tensor tensor) {}

    /// @param items all of one size
    record Batch(String preprocessing, List<Item> items) {}

    /// @return a batch that is full, or the fullest one when too much is held
    Optional<Batch> add(String preprocessing, Item item) {
        Tensor tensor = item.tensor();
        Key key = new Key(preprocessing, tensor.channels(), tensor.height(), tensor.width());
        List<Item> group = groups.computeIfAbsent(key, _ -> new ArrayList<>());
        group.add(item);
        floats += tensor.values().length;
        if (group.size() == size) {
            return Optional.of(take(key));
        }
        return floats > mostFloats ? next() : Optional.empty();
    }

    /// @return the fullest batch; empty when nothing is held
    Optional<Batch> next() {
        return groups.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(Map.Entry::getKey)
                .map(this::take);
    }

    private Batch take(Key key) {
        List<Item> items = groups.remove(key);
        if (items == null) {
            throw new IllegalStateException("no such group");
        }
        items.forEach(item -> floats -= item.tensor().values().length);
        return new Batch(key.preprocessing(), List.copyOf(items));
    }
}
