package org.vigie.modelpackage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The one way to write a manifest, or its part that decides the tensor, as text to be hashed.
final class ManifestJson {

    private ManifestJson() {}

    static String of(Manifest manifest) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", manifest.name());
        json.put("version", manifest.version());
        json.put("task", word(manifest.task()));
        json.put("target", manifest.target());
        json.put("selects", selects(manifest.selects()));
        json.put("input", input(manifest.input()));
        json.put("preprocess", steps(manifest.preprocess()));
        json.put("outputs", outputs(manifest.outputs()));
        json.put("threshold", manifest.threshold());
        json.put(
                "examples",
                manifest.examples().stream().map(ManifestJson::example).toList());
        return write(json);
    }

    /// Two versions with the same text here get the same tensor from the same image.
    static String preprocessing(Manifest manifest) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("input", input(manifest.input()));
        json.put("preprocess", steps(manifest.preprocess()));
        return write(json);
    }

    private static Map<String, Object> selects(Manifest.Selects selects) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("modality", selects.modality());
        json.put("bodyPart", selects.bodyPart());
        json.put("viewPosition", selects.viewPosition());
        return json;
    }

    private static Map<String, Object> input(Manifest.Input input) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", input.name());
        json.put("layout", input.layout().name());
        json.put("dtype", word(input.dtype()));
        json.put("shape", input.shape());
        return json;
    }

    private static Map<String, @Nullable Object> outputs(Manifest.Outputs outputs) {
        Map<String, Object> scores = new LinkedHashMap<>();
        scores.put("name", outputs.scores().name());
        scores.put("activation", word(outputs.scores().activation()));
        scores.put("labels", outputs.scores().labels());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("scores", scores);
        json.put("features", outputs.features());
        return json;
    }

    private static Map<String, Object> example(Manifest.Example example) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("input", example.input());
        json.put("expected", new TreeMap<>(example.expected()));
        json.put("tolerance", example.tolerance());
        return json;
    }

    private static List<Map<String, Object>> steps(List<Step> steps) {
        return steps.stream().map(ManifestJson::step).toList();
    }

    private static Map<String, Object> step(Step step) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (step) {
            case Step.ModalityLut _ -> json.put("step", "modality-lut");
            case Step.Monochrome2 _ -> json.put("step", "monochrome2");
            case Step.BitDepth(int bits) -> {
                json.put("step", "bit-depth");
                json.put("bits", (long) bits);
            }
            case Step.Window(Step.Window.Source source) -> {
                json.put("step", "window");
                switch (source) {
                    case Step.Window.FromDicom _ -> json.put("from", "dicom");
                    case Step.Window.CentreWidth(double centre, double width) -> {
                        json.put("center", centre);
                        json.put("width", width);
                    }
                    case Step.Window.Percentiles(double low, double high) ->
                        json.put("percentiles", List.of(low, high));
                }
            }
            case Step.Resize resize -> {
                json.put("step", "resize");
                json.put("width", (long) resize.width());
                json.put("height", (long) resize.height());
                json.put("interpolation", word(resize.interpolation()));
                json.put("keepAspect", resize.keepAspect());
                json.put("pad", resize.pad());
            }
            case Step.Rescale(Step.@Nullable Range from, Step.Range to) -> {
                json.put("step", "rescale");
                if (from != null) {
                    json.put("from", List.of(from.low(), from.high()));
                }
                json.put("to", List.of(to.low(), to.high()));
            }
            case Step.Normalize(List<Double> mean, List<Double> std) -> {
                json.put("step", "normalize");
                json.put("mean", mean);
                json.put("std", std);
            }
        }
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String write(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case String string -> quote(string, text);
            case Boolean truth -> text.append(truth.booleanValue());
            case Long number -> text.append(number.longValue());
            case Double number -> text.append(number.doubleValue());
            case Map<?, ?> map -> {
                text.append('{');
                boolean first = true;
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    if (!first) {
                        text.append(',');
                    }
                    first = false;
                    quote(String.valueOf(entry.getKey()), text);
                    text.append(':');
                    write(entry.getValue(), text);
                }
                text.append('}');
            }
            case Collection<?> list -> {
                text.append('[');
                boolean first = true;
                for (Object item : list) {
                    if (!first) {
                        text.append(',');
                    }
                    first = false;
                    write(item, text);
                }
                text.append(']');
            }
            default -> throw new IllegalArgumentException("not JSON: " + value.getClass());
        }
    }

    private static void quote(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20) {
                text.append("\\u%04x".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
