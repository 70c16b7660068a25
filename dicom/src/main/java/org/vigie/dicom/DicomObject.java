package org.vigie.dicom;

/// A data set with what its file says about it.
///
/// @param fileMeta group 0002, empty for a bare data set
/// @param transferSyntax the encoding that the data set was read from
public record DicomObject(DataSet fileMeta, TransferSyntax transferSyntax, DataSet dataSet) {}
