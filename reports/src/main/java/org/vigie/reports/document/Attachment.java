package org.vigie.reports.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/// A file that travels inside the PDF: the data the pages were made from.
///
/// @param mediaType such as `application/json`
public record Attachment(String name, String mediaType, String description, byte[] content) {

    void attachTo(PDDocument document, Instant created) throws IOException {
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        file.setSubtype(mediaType);
        file.setSize(content.length);
        file.setCreationDate(DatedDocument.calendar(created));
        file.setModDate(DatedDocument.calendar(created));

        var specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setFileDescription(description);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName("AFRelationship", "Data");

        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(name, specification));
        var kids = new PDEmbeddedFilesNameTreeNode();
        kids.setKids(List.of(tree));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(kids);
        document.getDocumentCatalog().setNames(names);

        var associated = new COSArray();
        associated.add(specification);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }
}
