package org.vigie.monitor.masking;

/// A stretch of the original text, `[start, end)`, and the tag that takes its place.
record Span(int start, int end, String tag) {

    static final String NAME = "<NomPrenom/>";
    static final String STREET = "<Voie/>";
    static final String TOWN = "<Ville/>";
    static final String PLACE = "<Lieu/>";
    static final String POSTCODE = "<CodePostal/>";
    static final String DATE = "<Date/>";
    static final String TELEPHONE = "<Telephone/>";
    static final String EMAIL = "<Courriel/>";
    static final String LINK = "<Lien/>";
    static final String IDENTIFIER = "<Identifiant/>";

    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
