package org.vigie.monitor.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Electronic addresses, dates, telephone numbers and numbers that stand for a person.
final class NumberRules {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String MONTH =
            "(?:janv(?:ier|\\.)?|févr(?:ier|\\.)?|fevrier|mars|avr(?:il|\\.)|mai|juin|juil(?:let|\\.)?"
                    + "|août|aout|sept(?:embre|\\.)?|oct(?:obre|\\.)?|nov(?:embre|\\.)?|déc(?:embre|\\.)?|decembre"
                    + "|january|february|march|april|may|june|july|august|september|october|november|december"
                    + "|jan\\.?|feb\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|dec\\.?)";
    private static final String EDGE = "(?<![\\p{L}\\p{N}])";
    private static final String END = "(?![\\p{L}\\p{N}])";
    private static final String YEAR = "(?:19|20)\\d{2}";

    private record Rule(Pattern pattern, int group, String tag) {}

    private static final Pattern TAG =
            Pattern.compile("<(?:NomPrenom|Voie|Ville|Lieu|CodePostal|Date|Telephone|Courriel|Lien|Identifiant)/>");

    private final List<Rule> rules = List.of(
            rule("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,190}\\.\\p{L}{2,24}", Span.EMAIL),
            rule("(?:https?://|www\\.)[^\\s<>]{1,2000}", Span.LINK),
            // DICOM UIDs
            rule(EDGE + "\\d{1,40}(?:\\.\\d{1,40}){3,30}" + END, Span.IDENTIFIER),
            // a keyword, then whatever has a digit in it
            new Rule(
                    Pattern.compile(
                            EDGE
                                    + "(?:IPP|NIP|NDA|IEP|NIR|INS|MRN|NHS|SSN|n° ?(?:de )?(?:dossier|sécu(?:rité sociale)?|patient)"
                                    + "|num[ée]ro (?:de )?(?:dossier|patient|s[ée]jour)|dossier|s[ée]jour|accession(?: number)?"
                                    + "|patient id|record(?: number| no\\.?)?|case number)"
                                    + "[ \\t]{0,3}(?:n°|no\\.?|:|=|#)?[ \\t]{0,3}((?=[\\p{L}\\d/-]{0,20}\\d)[\\p{L}\\d][\\p{L}\\d/-]{2,30})",
                            FLAGS),
                    1,
                    Span.IDENTIFIER),
            // numéro de sécurité sociale, with or without its key
            rule(
                    EDGE
                            + "[1-478][ .]?\\d{2}[ .]?(?:0[1-9]|1[0-2]|[2-9]\\d)[ .]?(?:\\d{2}|2[AB])[ .]?\\d{3}[ .]?\\d{3}(?:[ .]?\\d{2})?"
                            + END,
                    Span.IDENTIFIER),
            rule(EDGE + "\\d{3}-\\d{2}-\\d{4}" + END, Span.IDENTIFIER),
            // dates
            rule(EDGE + "\\d{1,2}[/.-]\\d{1,2}[/.-](?:" + YEAR + "|\\d{2})" + END, Span.DATE),
            rule(EDGE + YEAR + "[/.-]\\d{1,2}[/.-]\\d{1,2}(?=\\D|$|T)", Span.DATE),
            rule(EDGE + YEAR + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])" + END, Span.DATE),
            rule(
                    EDGE + "\\d{1,2}(?:er|st|nd|rd|th)?[ -](?:of )?" + MONTH + "(?:,?[ -](?:" + YEAR + "|\\d{2}))?"
                            + END,
                    Span.DATE),
            rule(EDGE + MONTH + " \\d{1,2}(?:st|nd|rd|th)?(?:,? " + YEAR + ")?" + END, Span.DATE),
            rule(EDGE + MONTH + " " + YEAR + END, Span.DATE),
            rule(EDGE + "(?:0?[1-9]|[12]\\d|3[01])/(?:0[1-9]|1[0-2])" + END, Span.DATE),
            new Rule(
                    Pattern.compile(EDGE + "(?:née?s?|born|dob)(?: en| in| :|:)? (" + YEAR + ")" + END, FLAGS),
                    1,
                    Span.DATE),
            // telephone
            rule(
                    "(?<![\\p{L}\\p{N}+])(?:\\+|00)\\d{1,3}[ .-]?(?:\\(0\\)[ .-]?)?\\d(?:[ .-]?\\d){6,11}" + END,
                    Span.TELEPHONE),
            rule(EDGE + "0[1-9](?:[ .-]?\\d{2}){4}" + END, Span.TELEPHONE),
            rule("(?<![\\p{L}\\p{N}])\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}" + END, Span.TELEPHONE),
            rule(EDGE + "0\\d{2,4}[ -]\\d{3,4}[ -]?\\d{3,4}" + END, Span.TELEPHONE),
            // any long number, with letters before it or not
            rule(EDGE + "\\p{L}{0,3}-?\\d{6,30}" + END, Span.IDENTIFIER));

    static List<Span> tagsAlreadyThere(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = TAG.matcher(text);
        while (matcher.find()) {
            spans.add(new Span(matcher.start(), matcher.end(), matcher.group()));
        }
        return spans;
    }

    List<Span> find(String text) {
        List<Span> spans = new ArrayList<>();
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(text);
            while (matcher.find()) {
                spans.add(new Span(matcher.start(rule.group()), matcher.end(rule.group()), rule.tag()));
            }
        }
        return spans;
    }

    private static Rule rule(String regex, String tag) {
        return new Rule(Pattern.compile(regex, FLAGS), 0, tag);
    }
}
