package org.vigie.drift;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.vigie.drift.window.NumericWindow;

/// The samples that oracle files name: either the values themselves, `1.5 2 NaN`, or a generator,
/// `ih12 seed=101 n=30 loc=1.0`, that gives the same bits in Java and in the Python that made the oracle.
///
/// Generators use SplitMix64 (as [SplittableRandom]) and then `+ − × ÷ floor` only:
///
/// ```text
/// uniform    u                      ih12       the sum of twelve u, minus 6
/// pareto     u / (1 − u)            cauchyish  (2u − 1) / (1 − |2u − 1|)
/// usq        u²                     int        ⌊k·u⌋
/// ```
///
/// then `loc + scale·x`, rounded to a multiple of `1/round`; `append` adds values; `missing` makes an
/// observation `NaN` where a second stream, seeded with `seed + 1000003`, is below it.
public final class OracleSamples {

    private OracleSamples() {}

    public static NumericWindow window(String specification) {
        return NumericWindow.of(values(specification));
    }

    public static double[] values(String specification) {
        String[] words = specification.trim().split("\\s+");
        if (!Character.isLetter(words[0].charAt(0)) || words[0].equals("NaN")) {
            return numbers(words);
        }
        Map<String, String> settings = new HashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            settings.put(equals < 0 ? "dist" : word.substring(0, equals), word.substring(equals + 1));
        }
        return generate(settings);
    }

    public static double[] uniform(long seed, int size) {
        var random = new SplittableRandom(seed);
        return DoubleStream.generate(random::nextDouble).limit(size).toArray();
    }

    private static double[] generate(Map<String, String> settings) {
        long seed = Long.parseLong(settings.getOrDefault("seed", "0"));
        int n = Integer.parseInt(settings.getOrDefault("n", "0"));
        double loc = number(settings, "loc", 0);
        double scale = number(settings, "scale", 1);
        double round = number(settings, "round", 0);
        DoubleSupplier source = source(settings.get("dist"), new SplittableRandom(seed), number(settings, "k", 0));
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double x = source.getAsDouble();
            x = loc != 0 || scale != 1 ? loc + scale * x : x;
            values[i] = round > 0 ? Math.floor(x * round + 0.5) / round : x;
        }
        double[] appended =
                settings.containsKey("append") ? numbers(settings.get("append").split("\\|")) : new double[0];
        double[] all = Arrays.copyOf(values, n + appended.length);
        System.arraycopy(appended, 0, all, n, appended.length);
        double missing = number(settings, "missing", 0);
        double[] mask = uniform(seed + 1_000_003, n);
        for (int i = 0; i < n; i++) {
            all[i] = mask[i] < missing ? Double.NaN : all[i];
        }
        return all;
    }

    private static DoubleSupplier source(String distribution, SplittableRandom random, double k) {
        return switch (distribution) {
            case "uniform" -> random::nextDouble;
            case "usq" ->
                () -> {
                    double u = random.nextDouble();
                    return u * u;
                };
            case "pareto" ->
                () -> {
                    double u = random.nextDouble();
                    return u / (1 - u);
                };
            case "cauchyish" ->
                () -> {
                    double v = 2 * random.nextDouble() - 1;
                    return v / (1 - Math.abs(v));
                };
            case "int" -> () -> Math.floor(random.nextDouble() * k);
            case "ih12" ->
                () -> {
                    double sum = 0;
                    for (int i = 0; i < 12; i++) {
                        sum += random.nextDouble();
                    }
                    return sum - 6;
                };
            default -> throw new IllegalArgumentException("no distribution '" + distribution + "'");
        };
    }

    private static double number(Map<String, String> settings, String key, double otherwise) {
        return settings.containsKey(key) ? Double.parseDouble(settings.get(key)) : otherwise;
    }

    private static double[] numbers(String[] words) {
        return Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
    }
}
