package org.vigie.monitor.masking;

/// Replaces what leads to a person by a tag; everything else stays as it was, letter by letter.
///
/// A hospital may put its own beside or in place of [RuleMasker], for instance a token classifier.
public interface CommentMasker {

    /// @return the text with each name, street, town, date, telephone number, address and identifier replaced by a tag
    /// such as `<NomPrenom/>`; masking a masked text changes nothing
    String mask(String text);
}
