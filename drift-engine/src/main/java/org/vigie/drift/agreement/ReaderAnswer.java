package org.vigie.drift.agreement;

/// One answer of one reader to one case. A reader may answer a case more than once; a missing answer has no record.
///
/// @param answer one of the classes, or another word such as `INDETERMINATE`
public record ReaderAnswer(String caseId, String reader, String answer) {}
