package org.vigie.modelpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.modelpackage.ModelPackageException.InvalidManifest;

class ManifestParserTest {

    @Test
    void readsEverySetting() throws InvalidManifest {
        Manifest manifest = ManifestParser.parse("""
                name: chest-opacity
                version: 2.1.0
                task: multiclass
                target: opacity
                selects: { modality: [DX, CR], viewPosition: [PA, AP], bodyPart: [CHEST] }
                input: { name: image, layout: NCHW, dtype: float32, shape: [batch, 3, 20, 10] }
                preprocess:
                  - modality-lut
                  - window: { from: dicom }
                  - resize: { width: 10, height: 20, interpolation: area, keep-aspect: true, pad: 0.5 }
                  - rescale: { to: [0, 1] }
                  - normalize: { mean: [0.5], std: [0.25] }
                outputs:
                  scores: { name: score, activation: softmax, labels: [none, opacity] }
                  features: { name: features }
                threshold: 0.42
                """);

        assertThat(manifest.task()).isEqualTo(Manifest.Task.MULTICLASS);
        assertThat(manifest.input().shape()).containsExactly(-1L, 3L, 20L, 10L);
        assertThat(manifest.preprocess())
                .containsExactly(
                        new Step.ModalityLut(),
                        new Step.Window(new Step.Window.FromDicom()),
                        new Step.Resize(10, 20, Step.Interpolation.AREA, true, 0.5),
                        new Step.Rescale(null, new Step.Range(0, 1)),
                        new Step.Normalize(List.of(0.5), List.of(0.25)));
        assertThat(manifest.outputs().scores().labels()).containsExactly("none", "opacity");
        assertThat(manifest.outputs().features()).isEqualTo("features");
        assertThat(manifest.threshold()).isEqualTo(0.42);
    }

    @Test
    void findsAllMistakesAtOnceWithTheirLines() {
        InvalidManifest refused = refused("""
                name: Chest Opacity
                version: 1
                task: detection
                colour: blue
                target: opacity
                input: { name: image, layout: NCHW, dtype: float32, shape: [batch, 1, 8, 8] }
                preprocess:
                  - sharpen
                outputs:
                  scores: { name: score, labels: [nodule] }
                threshold: 1.5
                """);

        assertThat(refused.slug()).isEqualTo("invalid-manifest");
        assertThat(refused.findings().stream().map(Finding::toString))
                .anyMatch(text -> text.startsWith("line 1: /name: 'Chest Opacity' must be"))
                .contains("line 3: /task: 'detection' is not one of binary-classification, multiclass, multilabel")
                .anyMatch(text -> text.startsWith("line 4: /colour: unknown key; known here: name, version"))
                .anyMatch(text -> text.startsWith("line 8: /preprocess/0: 'sharpen' is not one of modality-lut"))
                .anyMatch(text -> text.contains("/preprocess: the input has a fixed size, but no step resizes to it"))
                .contains("line 10: /outputs/scores/labels: the target 'opacity' is not one of the labels")
                .anyMatch(text -> text.endsWith("/threshold: must lie between 0 and 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threshold: 0.5 | threshold: .nan | /threshold",
                "threshold: 0.5 | threshold: 1e999 | /threshold",
                "shape: [batch, 1, height, width] | shape: [batch, 1, height] | /input/shape",
                "shape: [batch, 1, height, width] | shape: [1, 1, height, width] | /input/shape",
                "shape: [batch, 1, height, width] | shape: [batch, 2, height, width] | /input/shape",
                "dtype: float32 | dtype: uint8 | /input/dtype",
                "labels: [bright] | labels: [bright, bright] | /outputs/scores/labels",
                "activation: none | activation: softmax | /outputs/scores/labels",
                "- monochrome2 | - { monochrome2: 1 } | /preprocess/0",
                "- bit-depth: 8 | - bit-depth: 17 | /preprocess/1/bit-depth",
                "- bit-depth: 8 | - resize: { width: 8, height: 0, interpolation: area } | /preprocess/1/resize/height",
                "to: [0, 1] | to: [1, 0] | /preprocess/2/rescale/to",
                "- monochrome2 | - { normalize: { mean: [0], std: [1] } } | /preprocess/1",
                "version: 1.0.0 | version: ../1 | /version",
            })
    void refusesWhatMeansNothing(String right, String wrong, String pointer) {
        assertThat(Packages.YAML).contains(right);

        InvalidManifest refused = refused(Packages.YAML.replace(right, wrong));

        assertThat(refused.findings()).extracting(Finding::pointer).contains(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: &x [1]\nb: *x' | aliases are not allowed",
                "'name: a\nname: b' | line 2: /name: stands twice",
                "'name: a\n---\nname: b' | a second document",
                "'' | the document is empty",
                "'a: [' | expected",
                "'- 1' | expected keys and values",
                "'? [a]\n: 1' | a key must be a word",
            })
    void refusesYamlThatIsNoManifest(String yaml, String reason) {
        assertThat(refused(yaml).getMessage()).contains(reason);
    }

    @Test
    void refusesDeepNestingBeforeItCanDoHarm() {
        assertThat(refused("a: " + "[".repeat(100_000)).getMessage()).contains("nested deeper than 16");
    }

    @Test
    void refusesATextThatIsTooLarge() {
        assertThat(refused("#".repeat(300_000)).getMessage()).contains("larger than 262144 characters");
    }

    @Property(tries = 500)
    void answersAnyTextWithAManifestOrItsMistakes(@ForAll @StringLength(max = 200) String text) {
        try {
            assertThat(ManifestParser.parse(text).name()).isNotEmpty();
        } catch (InvalidManifest e) {
            assertThat(e.findings()).isNotEmpty();
        }
    }

    @Test
    void saysWhyACaseIsNotForTheModel() throws InvalidManifest {
        Manifest.Selects selects = ManifestParser.parse(Packages.YAML).selects();

        assertThat(selects.reasonAgainst("DX", "CHEST", null)).isEqualTo(Optional.empty());
        assertThat(selects.reasonAgainst("CT", "CHEST", "PA")).contains("modality-not-selected");
        assertThat(selects.reasonAgainst("DX", null, "PA")).contains("body-part-missing");
        assertThat(selects.reasonAgainst("DX", "HAND", "PA")).contains("body-part-not-selected");
    }

    @Test
    void hasTheSamePreprocessingHashForTheSameTensorOnly() throws ModelPackageException {
        byte[] onnx = TinyOnnx.meanAndMax();
        String hash = Packages.open(Packages.YAML, onnx).preprocessingSha256();

        assertThat(Packages.open(Packages.YAML.replace("threshold: 0.5", "threshold: 0.6"), onnx)
                        .preprocessingSha256())
                .isEqualTo(hash);
        assertThat(Packages.open(Packages.YAML.replace("to: [0, 1]", "to: [0, 2]"), onnx)
                        .preprocessingSha256())
                .isNotEqualTo(hash);
    }

    private static InvalidManifest refused(String yaml) {
        InvalidManifest refused = catchThrowableOfType(InvalidManifest.class, () -> ManifestParser.parse(yaml));
        assertThat(refused).isNotNull();
        return refused;
    }
}
