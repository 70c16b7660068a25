package org.vigie.monitor.masking;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Masks by rules and word lists, French and English.
///
/// Rules see the original text only, in the order of their certainty; a later rule cannot change what an earlier one
/// took. What rules cannot see: a name in lower case without a title, a nickname, a description that only one person
/// fits. Comments stay personal data.
@Singleton
public final class RuleMasker implements CommentMasker {

    private final NumberRules numbers = new NumberRules();
    private final PlaceRules places = new PlaceRules();
    private final NameRules names = new NameRules();

    @Override
    public String mask(String text) {
        List<Span> taken = new ArrayList<>();
        for (Span tag : NumberRules.tagsAlreadyThere(text)) {
            add(taken, tag);
        }
        numbers.find(text).forEach(span -> add(taken, span));
        places.find(text).forEach(span -> add(taken, span));
        names.find(text).forEach(span -> add(taken, span));
        return replaced(text, taken);
    }

    private static void add(List<Span> taken, Span span) {
        if (taken.stream().noneMatch(span::overlaps)) {
            taken.add(span);
        }
    }

    private static String replaced(String text, List<Span> spans) {
        var out = new StringBuilder(text.length());
        int at = 0;
        for (Span span :
                spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
            out.append(text, at, span.start()).append(span.tag());
            at = span.end();
        }
        return out.append(text, at, text.length()).toString();
    }
}
