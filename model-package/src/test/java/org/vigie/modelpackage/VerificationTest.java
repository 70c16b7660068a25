package org.vigie.modelpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.modelpackage.ModelPackageException.ExampleMismatch;
import org.vigie.modelpackage.ModelPackageException.OnnxContradictsManifest;
import org.vigie.modelpackage.ModelPackageException.OnnxDoesNotLoad;

class VerificationTest {

    private static final String EXAMPLE = """
            examples:
              - { input: examples/01.dcm, expected: { score: %s }, tolerance: 1e-5 }
            """;

    @Test
    void acceptsAGraphThatIsAsDescribed() throws Exception {
        OnnxGraph graph = Packages.open(Packages.YAML, TinyOnnx.meanAndMax()).verify();

        assertThat(graph.opset()).isEqualTo(17);
        assertThat(graph.inputs()).containsEntry("image", new OnnxGraph.Node("float", new long[] {-1, 1, -1, -1}));
        assertThat(graph.outputs().keySet()).containsExactly("score", "features");
    }

    @Test
    void acceptsExamplesThatComeTrue() throws Exception {
        assertThat(withExample("0.4").verify().opset()).isEqualTo(17);
    }

    @Test
    void refusesExamplesThatDoNotComeTrue() throws Exception {
        ExampleMismatch refused = refused(ExampleMismatch.class, withExample("0.41"));

        assertThat(refused.slug()).isEqualTo("example-mismatch");
        assertThat(refused)
                .hasMessage(
                        "/examples/0/expected/score: examples/01.dcm gives 0.400000, expected 0.410000 within 1.0E-5");
    }

    @Test
    void namesEachContradiction() throws Exception {
        String yaml = Packages.YAML
                .replace("name: image", "name: picture")
                .replace("name: features", "name: embedding")
                .replace("labels: [bright]", "labels: [dark, bright]");

        OnnxContradictsManifest refused =
                refused(OnnxContradictsManifest.class, Packages.open(yaml, TinyOnnx.meanAndMax()));

        assertThat(refused.findings())
                .extracting(Finding::pointer)
                .containsExactly("/input/name", "/input", "/outputs/scores/labels", "/outputs/features/name");
        assertThat(refused).hasMessageContaining("the graph has no input 'picture'; it has [image]");
    }

    @Test
    void comparesSizesAndTypes() throws Exception {
        ModelProto fixed = TinyOnnx.model(TinyOnnx.FLOAT, -1, 1, 8, 8).build();
        assertThat(refused(OnnxContradictsManifest.class, Packages.open(Packages.YAML, fixed.toByteArray())))
                .hasMessageContaining("/input/shape/2: the graph fixes it at 8, the manifest says height");

        ModelProto doubles = TinyOnnx.ofDoubles();
        assertThat(refused(OnnxContradictsManifest.class, Packages.open(Packages.YAML, doubles.toByteArray())))
                .hasMessageContaining("'image' must be float32, the graph has double[?, 1, ?, ?]");
    }

    @Test
    void refusesWhatIsNoOnnx() throws Exception {
        byte[] text = "not a model".getBytes(StandardCharsets.UTF_8);
        assertThat(refused(OnnxDoesNotLoad.class, Packages.open(Packages.YAML, text))
                        .slug())
                .isEqualTo("onnx-does-not-load");
        refused(OnnxDoesNotLoad.class, Packages.open(Packages.YAML, new byte[0]));
    }

    @Test
    void refusesATruncatedGraph() throws Exception {
        byte[] whole = TinyOnnx.meanAndMax();
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        refused(OnnxDoesNotLoad.class, Packages.open(Packages.YAML, half));
    }

    @Test
    void refusesAnUnknownOperator() throws Exception {
        ModelProto.Builder model = TinyOnnx.model(TinyOnnx.FLOAT, -1, 1, -1, -1);
        model.getGraphBuilder().addNode(TinyOnnx.node("Divination", List.of("score"), "future"));
        assertThat(refused(
                        OnnxDoesNotLoad.class,
                        Packages.open(Packages.YAML, model.build().toByteArray())))
                .hasMessageContaining("Divination");
    }

    @Test
    void refusesWeightsInOtherFiles() throws Exception {
        ModelProto.Builder model = TinyOnnx.model(TinyOnnx.FLOAT, -1, 1, -1, -1);
        model.getGraphBuilder().addInitializer(TinyOnnx.weightElsewhere());
        assertThat(refused(
                        OnnxDoesNotLoad.class,
                        Packages.open(Packages.YAML, model.build().toByteArray())))
                .hasMessageContaining("weights lie in another file");
    }

    @Test
    void scoresABatchAsItScoresEachAlone(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("model.onnx"), TinyOnnx.meanAndMax());
        Manifest manifest = ManifestParser.parse(Packages.YAML.replace("activation: none", "activation: sigmoid"));
        Tensor dark = new Tensor(new float[] {-1, 0, 0, -3}, 1, 2, 2);
        Tensor bright = new Tensor(new float[] {0, 0, 1, 3}, 1, 2, 2);

        try (OnnxModel model = OnnxModel.load(folder, manifest, ExecutionTarget.ONE_CPU_THREAD)) {
            List<Scored> scored = model.score(List.of(dark, bright));

            assertThat(scored.get(0).score()).isCloseTo(1 / (1 + Math.E), within(1e-9));
            assertThat(scored.get(1).score()).isCloseTo(Math.E / (1 + Math.E), within(1e-9));
            assertThat(scored.get(1).features()).containsExactly(1, 3);
            assertThat(model.score(List.of(bright)).getFirst().score())
                    .isEqualTo(scored.get(1).score());
            assertThat(model.executionProvider()).isEqualTo("CPUExecutionProvider");
        }
    }

    /// Built without the profile gpu there is no CUDA provider: the demand must fail, whatever the machine has.
    @Test
    void neverTakesTheCpuWhenAGpuWasDemanded(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("model.onnx"), TinyOnnx.meanAndMax());
        Manifest manifest = ManifestParser.parse(Packages.YAML);
        ExecutionTarget gpu = new ExecutionTarget(ExecutionTarget.Device.GPU, 1);

        assertThatThrownBy(() -> OnnxModel.load(folder, manifest, gpu))
                .isInstanceOf(GpuUnavailable.class)
                .hasMessageContaining("profile gpu");
        assertThatThrownBy(() -> ExecutionDevice.of(gpu)).isInstanceOf(GpuUnavailable.class);
        assertThat(ExecutionDevice.of(new ExecutionTarget(ExecutionTarget.Device.AUTO, 1))
                        .executionProvider())
                .isEqualTo("CPUExecutionProvider");
    }

    @Test
    void softmaxAddsUpToOneAndDoesNotOverflow() {
        assertThat(Activations.apply(Manifest.Activation.SOFTMAX, new float[] {1000, 1000}))
                .containsExactly(0.5, 0.5);
    }

    private static ModelPackage withExample(String expected) throws Exception {
        SortedMap<String, byte[]> files =
                Packages.files(Packages.YAML + EXAMPLE.formatted(expected), TinyOnnx.meanAndMax());
        files.put("examples/01.dcm", Packages.file(Packages.image("MONOCHROME2", 8, 0, 51, 102, 255)));
        return Packages.open(files);
    }

    private static <T extends ModelPackageException> T refused(Class<T> type, ModelPackage modelPackage) {
        T refused = catchThrowableOfType(type, modelPackage::verify);
        assertThat(refused).isNotNull();
        return refused;
    }
}
