package org.vigie.dicom;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vigie.dicom.DicomException.Reason;

/// An unchangeable set of data elements, in ascending order of their tags.
///
/// The plain getters forgive: an attribute that is absent, empty or not of the asked kind gives an empty answer. Where
/// an answer is needed, the `required` getters say what is wrong.
public final class DataSet {

    /// No elements.
    public static final DataSet EMPTY = builder().build();

    private final int[] tags;
    private final Element[] elements;
    private final CharacterSet characterSet;

    /// @param tags ascending as unsigned numbers, without repetition
    DataSet(int[] tags, Element[] elements, CharacterSet characterSet) {
        this.tags = tags;
        this.elements = elements;
        this.characterSet = characterSet;
    }

    public static DataSetBuilder builder() {
        return new DataSetBuilder();
    }

    /// A builder that holds these elements, with all text ready to be written in one character set.
    public DataSetBuilder toBuilder() {
        DataSetBuilder builder = builder();
        for (int tag : tags) {
            builder.copy(this, tag);
        }
        return builder;
    }

    /// All elements in ascending order of tags.
    public List<Element> elements() {
        return Collections.unmodifiableList(Arrays.asList(elements));
    }

    public boolean isEmpty() {
        return elements.length == 0;
    }

    /// Whether there is such an element, be it empty.
    public boolean contains(int tag) {
        return find(tag) != null;
    }

    public Optional<Element> element(int tag) {
        return Optional.ofNullable(find(tag));
    }

    /// The first value as text, without padding.
    public Optional<String> string(int tag) {
        List<String> strings = strings(tag);
        return strings.isEmpty() || strings.getFirst().isEmpty() ? Optional.empty() : Optional.of(strings.getFirst());
    }

    /// All values as text, without padding; numbers in decimal. Single empty values between others are kept.
    public List<String> strings(int tag) {
        return find(tag) instanceof Element.Value value ? Values.strings(value, characterSet) : List.of();
    }

    /// The first value as an integer.
    public OptionalInt integer(int tag) {
        return find(tag) instanceof Element.Value value ? Values.integer(value, 0) : OptionalInt.empty();
    }

    /// All values as integers, empty if one of them is none.
    public int[] integers(int tag) {
        return find(tag) instanceof Element.Value value ? Values.integers(value) : new int[0];
    }

    /// The first value as a finite number.
    public OptionalDouble decimal(int tag) {
        double[] decimals = decimals(tag);
        return decimals.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(decimals[0]);
    }

    /// All values as finite numbers, empty if one of them is none.
    public double[] decimals(int tag) {
        return find(tag) instanceof Element.Value value ? Values.decimals(value) : new double[0];
    }

    /// The items of a sequence, none if it is absent.
    public List<DataSet> sequence(int tag) {
        return find(tag) instanceof Element.Sequence(int _, List<DataSet> items) ? items : List.of();
    }

    /// The first item of a sequence.
    public Optional<DataSet> item(int tag) {
        List<DataSet> items = sequence(tag);
        return items.isEmpty() ? Optional.empty() : Optional.of(items.getFirst());
    }

    /// The value as it lies in the file, with padding; empty for sequences and encapsulated pixels.
    public Optional<Bytes> bytes(int tag) {
        return find(tag) instanceof Element.Value value ? Optional.of(value.bytes()) : Optional.empty();
    }

    /// @throws DicomException if the attribute is absent or empty
    public String requiredString(int tag) throws DicomException {
        return string(tag).orElseThrow(() -> missing(tag));
    }

    /// @throws DicomException if the attribute is absent, empty or no integer
    public int requiredInteger(int tag) throws DicomException {
        OptionalInt integer = integer(tag);
        if (integer.isPresent()) {
            return integer.getAsInt();
        }
        throw string(tag).isEmpty()
                ? missing(tag)
                : new DicomException(Reason.MALFORMED, describe(tag) + " is not an integer");
    }

    private static DicomException missing(int tag) {
        return new DicomException(Reason.MISSING_ATTRIBUTE, describe(tag) + " is missing");
    }

    private static String describe(int tag) {
        return Dictionary.keyword(tag).orElse("Element") + " " + Tag.toString(tag);
    }

    CharacterSet characterSet() {
        return characterSet;
    }

    private @Nullable Element find(int tag) {
        int low = 0;
        int high = tags.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(tags[middle], tag);
            if (order == 0) {
                return elements[middle];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /// Whether both have the same elements with the same bytes.
    @Override
    public boolean equals(Object other) {
        return other instanceof DataSet that && Arrays.equals(elements, that.elements);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements);
    }

    /// The number of elements; never a value.
    @Override
    public String toString() {
        return "DataSet of " + elements.length + " elements";
    }
}
