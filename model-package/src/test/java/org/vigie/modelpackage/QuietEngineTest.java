package org.vigie.modelpackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class QuietEngineTest {

    @Test
    @SuppressWarnings("restricted")
    void tellsTheNativeLibraryToReportNothing() throws Throwable {
        assertThat(OnnxEngine.environment().getVersion()).isNotEmpty();

        var getenv = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("getenv"),
                        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            var value = (MemorySegment) getenv.invokeExact(arena.allocateFrom("ORT_DISABLE_TELEMETRY"));
            assertThat(value.reinterpret(2).getString(0)).isEqualTo("1");
        }
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    }
}
