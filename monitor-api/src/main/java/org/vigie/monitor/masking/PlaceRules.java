package org.vigie.monitor.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Streets, post codes, towns, hospitals.
final class PlaceRules {

    /// A word that begins with a capital: `Lyon`, `Saint-Étienne`, `L'Haÿ-les-Roses`.
    private static final String CAPITALISED = "\\p{Lu}\\p{M}*[\\p{L}\\p{M}]*(?:['’-][\\p{L}\\p{M}]+){0,5}";
    private static final String TOWN_NAME =
            CAPITALISED + "(?:[ ](?:sur|sous|en|les?|la|de|du|des)[ ]" + CAPITALISED + "){0,2}";
    private static final String PARTICLES = "(?:(?:de la|de l['’]|de|du|des|d['’]|le|la|les|l['’])[ ]?){0,2}";
    private static final String EDGE = "(?<![\\p{L}\\p{N}])";
    private static final String STREET_WORD =
            "(?:rue|avenue|av\\.|boulevard|bd|boul\\.|place|chemin|impasse|allées?|quai|route|cours|square"
                    + "|passage|montée|faubourg|résidence|lotissement|lieu-dit|hameau|villa)";
    private static final String SURE_STREET_WORD = "(?:rue|avenue|av\\.|boulevard|bd|chemin|impasse|allée|quai)";
    private static final String NUMBER = "\\d{1,4}(?:[ ]?(?:bis|ter|quater|[a-dA-D](?![\\p{L}])))?,?[ ]";

    private static final Pattern STREET = Pattern.compile(EDGE + "(?:" + NUMBER + ")?(?i:" + STREET_WORD + ")[ ]"
            + PARTICLES + "(?:\\d{1,2}[ ])?" + CAPITALISED + "(?:[ ]" + PARTICLES + CAPITALISED + "){0,4}");
    private static final Pattern NUMBERED_STREET =
            Pattern.compile(EDGE + NUMBER + "(?i:" + SURE_STREET_WORD + ")[ ]" + PARTICLES + "[\\p{L}\\p{M}'’-]{3,40}");
    private static final Pattern ENGLISH_STREET = Pattern.compile(
            EDGE + "\\d{1,5}[A-Za-z]?,?[ ]" + CAPITALISED + "(?:[ ]" + CAPITALISED + "){0,2}[ ]"
                    + "(?:Street|St\\.?|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Ln\\.?|Drive|Dr\\.?|Close|Court|Square|Boulevard|Blvd\\.?|Way|Terrace|Place|Crescent)(?![\\p{L}])");
    private static final Pattern POSTCODE_AND_TOWN = Pattern.compile(EDGE + "(\\d{5})[ ](" + TOWN_NAME + ")");
    private static final Pattern BRITISH_POSTCODE =
            Pattern.compile(EDGE + "[A-Z]{1,2}\\d[A-Z\\d]?[ ]\\d[A-Z]{2}(?![\\p{L}\\p{N}])");
    private static final Pattern HOSPITAL = Pattern.compile(EDGE
            + "(?i:hôpital|hopital|clinique|CHU|CHR|CHG|EHPAD|centre hospitalier|maison de retraite|nursing home)[ ]"
            + PARTICLES + "(" + CAPITALISED + "(?:[ ]" + PARTICLES + CAPITALISED + "){0,3})");
    private static final Pattern ENGLISH_HOSPITAL = Pattern.compile(EDGE + "(" + CAPITALISED + "(?:[ ]" + CAPITALISED
            + "){0,3})[ ](?:Hospital|Clinic|Infirmary|Medical Center|Care Home)(?![\\p{L}])");
    private static final Pattern AFTER_TO = Pattern.compile(EDGE
            + "(?:(?i:à|habite|habitant|domiciliée?|originaire de|maire de|lives in|living in|resident of|comes from|came from|moved to))[ ]"
            + "(?:(?:à|sur|en|de|in)[ ])?(" + TOWN_NAME + ")");
    private static final Pattern ANY_CAPITALISED = Pattern.compile(EDGE + CAPITALISED);

    private final WordList towns = WordList.read("towns.txt");
    private final WordList kept = WordList.read("kept-words.txt");

    List<Span> find(String text) {
        List<Span> spans = new ArrayList<>();
        whole(STREET, text, Span.STREET, spans);
        whole(NUMBERED_STREET, text, Span.STREET, spans);
        whole(ENGLISH_STREET, text, Span.STREET, spans);
        Matcher postcode = POSTCODE_AND_TOWN.matcher(text);
        while (postcode.find()) {
            spans.add(new Span(postcode.start(1), postcode.end(1), Span.POSTCODE));
            spans.add(new Span(postcode.start(2), postcode.end(2), Span.TOWN));
        }
        whole(BRITISH_POSTCODE, text, Span.POSTCODE, spans);
        inside(HOSPITAL, text, Span.PLACE, spans);
        inside(ENGLISH_HOSPITAL, text, Span.PLACE, spans);
        inside(AFTER_TO, text, Span.TOWN, spans);
        Matcher word = ANY_CAPITALISED.matcher(text);
        while (word.find()) {
            if (towns.contains(word.group())) {
                spans.add(new Span(word.start(), word.end(), Span.TOWN));
            }
        }
        return spans;
    }

    private static void whole(Pattern pattern, String text, String tag, List<Span> spans) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            spans.add(new Span(matcher.start(), matcher.end(), tag));
        }
    }

    private void inside(Pattern pattern, String text, String tag, List<Span> spans) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (!kept.contains(matcher.group(1)) && matcher.group(1).length() > 1) {
                spans.add(new Span(matcher.start(1), matcher.end(1), tag));
            }
        }
    }
}
