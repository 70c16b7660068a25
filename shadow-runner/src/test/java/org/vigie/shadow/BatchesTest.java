package org.vigie.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.vigie.client.RunnerApi;
import org.vigie.modelpackage.Tensor;

class BatchesTest {

    /// Whatever comes: each tensor leaves exactly once, in a batch of its own size and no larger than allowed.
    @Property(tries = 300)
    void givesOutEachTensorOnceAmongItsLike(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 4) Integer> widths,
            @ForAll @IntRange(min = 1, max = 5) int size,
            @ForAll @IntRange(min = 1, max = 60) int mostFloats) {
        Batches batches = new Batches(size, mostFloats);
        List<Batches.Batch> given = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            Tensor tensor = new Tensor(new float[widths.get(i)], 1, 1, widths.get(i));
            RunnerApi.Case one = new RunnerApi.Case("s" + i, "i", "u", "h");
            batches.add("p" + widths.get(i) % 2, new Batches.Item(one, tensor)).ifPresent(given::add);
        }
        for (Optional<Batches.Batch> rest = batches.next(); rest.isPresent(); rest = batches.next()) {
            given.add(rest.get());
        }

        assertThat(given).allSatisfy(batch -> {
            assertThat(batch.items()).hasSizeBetween(1, size);
            assertThat(batch.items()).allSatisfy(item -> {
                assertThat(item.tensor().sameSizeAs(batch.items().getFirst().tensor()))
                        .isTrue();
                assertThat(batch.preprocessing()).isEqualTo("p" + item.tensor().width() % 2);
            });
        });
        assertThat(given.stream()
                        .flatMap(batch -> batch.items().stream())
                        .map(item -> item.one().studyId()))
                .doesNotHaveDuplicates()
                .hasSize(widths.size());
    }
}
