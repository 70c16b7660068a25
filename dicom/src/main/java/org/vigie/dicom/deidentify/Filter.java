package org.vigie.dicom.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.dicom.Bytes;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DataSetBuilder;
import org.vigie.dicom.Element;
import org.vigie.dicom.Vr;

/// Lets attributes pass by their rules.
final class Filter {

    private static final int MOST_VALUES = 64;
    private static final int LONGEST_NAME = 64;

    private final Pseudonymiser pseudonymiser;
    private final DatePolicy dates;

    Filter(Pseudonymiser pseudonymiser, DatePolicy dates) {
        this.pseudonymiser = pseudonymiser;
        this.dates = dates;
    }

    void apply(Map<Integer, Rule> rules, DataSet source, DataSetBuilder target) {
        rules.forEach((tag, rule) -> source.element(tag).ifPresent(element -> apply(rule, source, element, target)));
    }

    private void apply(Rule rule, DataSet source, Element element, DataSetBuilder target) {
        int tag = element.tag();
        switch (rule) {
            case CODE -> strings(source, tag, target, Filter::code);
            case NAME -> strings(source, tag, target, Filter::name);
            case NUMBER -> number(element, source, target);
            case TABLE -> table(element, target);
            case CLASS_UID -> strings(source, tag, target, Filter::uid);
            case UID -> strings(source, tag, target, value -> some(value).map(pseudonymiser::uid));
            case PATIENT -> strings(source, tag, target, value -> some(value).map(pseudonymiser::patient));
            case DEVICE -> strings(source, tag, target, value -> some(value).map(pseudonymiser::device));
            case TEXT -> strings(source, tag, target, value -> some(value).map(pseudonymiser::text));
            case SEX -> strings(source, tag, target, value -> value.matches("[MFO]") ? some(value) : Optional.empty());
            case AGE -> strings(source, tag, target, Ages::band);
            case DATE -> strings(source, tag, target, dates::date);
            case TIME -> strings(source, tag, target, dates::time);
            case DATE_TIME -> strings(source, tag, target, dates::dateTime);
            case SEQUENCE -> sequence(source, tag, target);
            case PIXELS -> {
                // need the whole object, see Deidentifier
            }
        }
    }

    private static Optional<String> some(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static Optional<String> code(String value) {
        return value.matches("[A-Z0-9_ ]{1,16}") ? Optional.of(value) : Optional.empty();
    }

    private static Optional<String> name(String value) {
        return value.isEmpty() || value.length() > LONGEST_NAME ? Optional.empty() : Optional.of(value);
    }

    private static Optional<String> uid(String value) {
        return value.matches("[0-9.]{1,64}") ? Optional.of(value) : Optional.empty();
    }

    /// All values of an attribute, or none: a list with a gap would say something else.
    private static void strings(
            DataSet source, int tag, DataSetBuilder target, Function<String, Optional<String>> rule) {
        List<String> values = source.strings(tag);
        List<String> kept = new ArrayList<>();
        for (String value : values) {
            rule.apply(value).ifPresent(kept::add);
        }
        if (!kept.isEmpty() && kept.size() == values.size() && kept.size() <= MOST_VALUES) {
            target.string(tag, kept.toArray(String[]::new));
        }
    }

    private static void number(Element element, DataSet source, DataSetBuilder target) {
        int count = source.decimals(element.tag()).length;
        if (count > 0 && count <= MOST_VALUES) {
            target.put(element);
        }
    }

    /// Tables are 16-bit words of at most 2¹⁶ entries.
    private static void table(Element element, DataSetBuilder target) {
        boolean words = element.vr() == Vr.OW || element.vr() == Vr.US || element.vr() == Vr.SS;
        if (words && element instanceof Element.Value(int _, Vr _, Bytes bytes, var _) && bytes.length() <= 1 << 17) {
            target.put(element);
        }
    }

    private void sequence(DataSet source, int tag, DataSetBuilder target) {
        List<DataSet> items = new ArrayList<>();
        for (DataSet item : source.sequence(tag)) {
            DataSetBuilder kept = DataSet.builder();
            apply(AllowList.NESTED, item, kept);
            items.add(kept.build());
        }
        if (items.stream().anyMatch(item -> !item.isEmpty())) {
            target.sequence(tag, items.toArray(DataSet[]::new));
        }
    }
}
