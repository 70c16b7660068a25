package org.vigie.monitor.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of people: after a title, after "with" or "by", a first name that is known, a surname in capitals.
final class NameRules {

    private static final String WORD = "\\p{Lu}\\p{M}*[\\p{L}\\p{M}]*(?:['’-][\\p{L}\\p{M}]+){0,3}";
    private static final String PARTICLE =
            "(?i:de la|de|du|des|le|la|van der|van|von|der|den|ben|bin|el|al|da|dos|di)[ ]|[dDlL]['’]";
    private static final String EDGE = "(?<![\\p{L}\\p{N}<])";
    private static final String SPACE = "[ \\t\\u00a0]{1,3}";

    private static final Pattern TITLE = Pattern.compile(EDGE + "(?:M\\.|MM\\.|M(?=" + SPACE + "\\p{Lu}[\\p{L}])"
            + "|(?i:mr|mrs|ms|mme|mmes|mlle|dr|pr|prof)\\.?"
            + "|(?i:miss|monsieur|madame|mademoiselle|docteur|doctor|professeur|professor|maître|sœur|sister)"
            + "|(?i:patiente?|nommée?|appelée?|s'appelle|named|called|née?|confrère|collègue|interne|nurse))" + SPACE);
    private static final Pattern SURE_TITLE = Pattern.compile("(?i:mr|mrs|ms|mme|mlle|dr|pr|monsieur|madame)\\.?\\s+");
    private static final Pattern NAME_TOKEN =
            Pattern.compile("\\G(?:" + SPACE + ")?(?:" + PARTICLE + ")?(?:\\p{Lu}\\.-?(?![\\p{L}])|" + WORD + ")");
    private static final Pattern LOWER_TOKEN = Pattern.compile("\\G[\\p{Ll}\\p{M}'’-]{3,30}");
    private static final Pattern AFTER_PREPOSITION =
            Pattern.compile(EDGE + "(?:avec|par|chez|signé|with|by|per)" + SPACE);
    private static final Pattern CAPITALISED = Pattern.compile(EDGE + WORD);
    private static final Pattern INITIAL = Pattern.compile(EDGE + "\\p{Lu}\\.[ ]?(?=\\p{Lu}[\\p{Ll}\\p{M}])");

    private final WordList firstNames = WordList.read("first-names.txt");
    private final WordList kept = WordList.read("kept-words.txt");

    List<Span> find(String text) {
        List<Span> spans = new ArrayList<>();
        afterTitle(text, spans);
        after(AFTER_PREPOSITION, text, spans);
        Matcher initial = INITIAL.matcher(text);
        while (initial.find()) {
            int end = nameFrom(text, initial.end());
            if (end > initial.end()) {
                spans.add(new Span(initial.start(), end, Span.NAME));
            }
        }
        pairs(text, spans);
        return spans;
    }

    private void afterTitle(String text, List<Span> spans) {
        Matcher title = TITLE.matcher(text);
        int from = 0;
        while (title.find(from)) {
            int end = nameFrom(text, title.end());
            if (end == title.end() && SURE_TITLE.matcher(title.group()).matches()) {
                Matcher lower = LOWER_TOKEN.matcher(text);
                if (lower.find(title.end()) && !kept.contains(lower.group())) {
                    end = lower.end();
                }
            }
            if (end > title.end()) {
                spans.add(new Span(title.end(), end, Span.NAME));
            }
            from = Math.max(end, title.start() + 1);
        }
    }

    private void after(Pattern before, String text, List<Span> spans) {
        Matcher matcher = before.matcher(text);
        while (matcher.find()) {
            int end = nameFrom(text, matcher.end());
            if (end > matcher.end()) {
                spans.add(new Span(matcher.end(), end, Span.NAME));
            }
        }
    }

    /// Two words with capitals side by side, and first names that are known.
    private void pairs(String text, List<Span> spans) {
        Matcher word = CAPITALISED.matcher(text);
        int from = 0;
        while (word.find(from)) {
            from = word.end();
            String first = word.group();
            if (kept.contains(first)) {
                continue;
            }
            int end = nameFrom(text, word.start());
            boolean known = firstNames.contains(first) || firstNames.contains(beforeHyphen(first));
            boolean several = end > word.end();
            boolean shouted = isUpper(first);
            boolean allShouted = shouted && isUpper(text.substring(word.end(), end));
            if (known || (several && !allShouted && (shouted || !startsSentence(text, word.start())))) {
                spans.add(new Span(word.start(), end, Span.NAME));
                from = end;
            }
        }
    }

    /// Where the name that begins at `start` ends; `start` itself if there is none.
    private int nameFrom(String text, int start) {
        int end = start;
        Matcher token = NAME_TOKEN.matcher(text);
        for (int count = 0; count < 5 && end < text.length() && token.find(end); count++) {
            String word = lastWord(token.group());
            if (kept.contains(word)) {
                break;
            }
            end = token.end();
        }
        return end;
    }

    private static String lastWord(String token) {
        String trimmed = token.strip();
        return trimmed.substring(trimmed.lastIndexOf(' ') + 1);
    }

    private static String beforeHyphen(String word) {
        int hyphen = word.indexOf('-');
        return hyphen < 0 ? word : word.substring(0, hyphen);
    }

    private static boolean startsSentence(String text, int at) {
        String before = text.substring(0, at).stripTrailing();
        return before.isEmpty() || ".!?:;\n-(«\"".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static boolean isUpper(String words) {
        return words.chars().filter(Character::isLetter).allMatch(Character::isUpperCase);
    }
}
