package org.vigie.modelpackage;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The one ONNX Runtime environment of this JVM.
///
/// DJL must create it: whoever asks ONNX Runtime first decides its thread pools, and DJL refuses an environment that
/// it has not set up. And nothing may be sent from a hospital: ONNX Runtime 1.29 reads `/etc/machine-id` and the
/// command line, keeps them in `~/.cache/Microsoft` and reports them unless `ORT_DISABLE_TELEMETRY` is set, and DJL
/// counts its users unless told not to. (With a command line of more than about 8 KB the former also overflows the
/// stack of the thread that loads it, and the JVM is gone.)
final class OnnxEngine {

    static final String NAME = "OnnxRuntime";

    static {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        setEnvironmentVariable("ORT_DISABLE_TELEMETRY", "1");
        Engine.getEngine(NAME);
    }

    private OnnxEngine() {}

    static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment();
    }

    /// Java has no call for it, and native code reads the C library's environment.
    @SuppressWarnings(
            "restricted") // a call into the C library: the flag --enable-native-access is needed for ONNX anyway
    private static void setEnvironmentVariable(String name, String value) {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int failed = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
            if (failed != 0) {
                throw new IllegalStateException("cannot set " + name);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot set " + name, e);
        }
    }

    /// @return ONNX Runtime's message on one line, without its error code and without paths of this machine
    static String reason(Throwable e) {
        String message = String.valueOf(e.getMessage());
        String line = message.replaceAll("\\s+", " ")
                .replaceAll("(/[\\w.+-]+){2,}/", "")
                .strip();
        line = line.replaceFirst("^Error code - \\w+ - message: ", "");
        return line.length() > 500 ? line.substring(0, 500) + "…" : line;
    }
}
