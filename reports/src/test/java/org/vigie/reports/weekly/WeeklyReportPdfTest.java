package org.vigie.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class WeeklyReportPdfTest {

    private static final Map<String, WeeklyReport> REPORTS = Map.of(
            "full",
            SampleReports.full(),
            "thin",
            SampleReports.thin(),
            "huge",
            SampleReports.huge(),
            "odd",
            SampleReports.odd());

    private static final Map<String, byte[]> RENDERED = new HashMap<>();

    @BeforeAll
    static void readyTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static byte[] pdf(String name, String language) {
        return RENDERED.computeIfAbsent(
                name + language, _ -> WeeklyReportPdf.render(REPORTS.get(name), Locale.of(language)));
    }

    @ParameterizedTest
    @CsvSource({
        "full,en,3a",
        "full,en,ua1",
        "full,fr,3a",
        "full,fr,ua1",
        "thin,en,3a",
        "thin,fr,ua1",
        "huge,fr,3a",
        "huge,en,ua1",
        "odd,en,3a",
        "odd,fr,ua1"
    })
    void isArchivableAndAccessible(String name, String language, String flavour) throws Exception {
        PDFAFlavour standard = PDFAFlavour.byFlavourId(flavour);
        try (var parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(pdf(name, language)), standard);
                var validator = Foundries.defaultInstance().createValidator(standard, false)) {
            ValidationResult result = validator.validate(parser);

            assertThat(result.getTestAssertions())
                    .filteredOn(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .extracting(TestAssertion::getMessage)
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void isTheSameBytesASecondTime(String language) {
        assertThat(WeeklyReportPdf.render(SampleReports.full(), Locale.of(language)))
                .isEqualTo(pdf("full", language));
    }

    @Test
    void isTheSameBytesInAnotherProcess() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Djava.awt.headless=true",
                        "-Duser.language=de",
                        "-Duser.timezone=Pacific/Auckland",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrintReport.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] printed = process.getInputStream().readAllBytes();

        assertThat(process.waitFor()).isZero();
        assertThat(printed).isEqualTo(pdf("full", "fr"));
    }

    @ParameterizedTest
    @CsvSource({"full,en", "full,fr", "huge,en", "huge,fr"})
    void keepsToTwelvePages(String name, String language) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(name, language))) {
            assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(12);
        }
    }

    @ParameterizedTest
    @CsvSource({"full,en", "full,fr", "thin,en", "thin,fr", "huge,en", "huge,fr"})
    void signsOnTheFirstPage(String name, String language) throws IOException {
        assertThat(text(name, language, 1)).contains("Signature").contains("Page 1/");
        assertThat(text(name, language, 2)).doesNotContain("Signature");
    }

    @Test
    void saysTheVerdictAndWhyInEnglish() throws IOException {
        assertThat(text("full", "en", 1))
                .contains(
                        "Week 26 · 22–28 June 2026",
                        "The data do not settle the question",
                        "Sensitivity, site south: 74.3% (63.0–83.1%) on 70 cases.",
                        "Drift of image noise, scanner Lumen 3, site south, since week 2026-W16.",
                        "84.9%",
                        "78.0–89.9%",
                        "minimum 80.0%",
                        "Candidate 1.1.0 is superior: promote it?",
                        "A model result is not a diagnosis.");
    }

    @Test
    void saysTheVerdictAndWhyInFrench() throws IOException {
        assertThat(text("full", "fr", 1).replace('\u00a0', ' ').replace('\u202f', ' '))
                .contains(
                        "Semaine 26 · 22–28 juin 2026",
                        "Les données ne permettent pas de trancher",
                        "Sensibilité, site south : 74,3 % (63,0–83,1 %) sur 70 cas.",
                        "Dérive : bruit de l’image, appareil Lumen 3, site south, depuis la semaine 2026-W16.",
                        "La candidate 1.1.0 : verdict « supérieure ». La mettre en service ?",
                        "Un résultat du modèle n’est pas un diagnostic.");
    }

    @Test
    void saysInWordsWhatIsNotThere() throws IOException {
        assertThat(text("thin", "en", 0))
                .contains(
                        "The hospital has set no policy for this model",
                        "Not measured",
                        "No case has a truth yet",
                        "No comparison was made this week.",
                        "Nothing to decide this week.",
                        "No candidate is in shadow.",
                        "No clinician flagged a result this week.",
                        "No alert is open.",
                        "No case was scored in these weeks.");
        try (PDDocument document = Loader.loadPDF(pdf("thin", "en"))) {
            assertThat(figures(document)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"full,en", "full,fr", "thin,en", "thin,fr", "huge,en", "huge,fr"})
    void printsNoLeftovers(String name, String language) throws IOException {
        assertThat(text(name, language, 0))
                .doesNotContain("NaN", "null", "Infinity", "%s", "Label", "Optional", "diagnostic de l’IA")
                .doesNotContainPattern("[A-Z]{3,}_[A-Z]{3,}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void drawsVectorsOnly(String language) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf("full", language))) {
            for (PDPage page : document.getPages()) {
                assertThat(images(page.getResources())).isZero();
            }
        }
    }

    @Test
    void saysWhatEachFigureShows() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf("full", "en"))) {
            assertThat(figures(document))
                    .hasSize(9)
                    .extracting(PDStructureElement::getAlternateDescription)
                    .allSatisfy(alternative -> assertThat(alternative).isNotBlank())
                    .anySatisfy(alternative ->
                            assertThat(alternative).startsWith("Drift by week in multiples of the limit. image noise"));
        }
    }

    /// Readers differ in what they do with a path that is closed before it began.
    @ParameterizedTest
    @ValueSource(strings = {"full", "huge", "odd", "thin"})
    void closesNoPathThatHasNotBegun(String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(name, "en"))) {
            for (PDPage page : document.getPages()) {
                assertThat(strayClosings(page, page.getResources())).isZero();
            }
        }
    }

    private static int strayClosings(PDContentStream content, @Nullable PDResources resources) throws IOException {
        int stray = 0;
        boolean begun = false;
        for (Object token : new PDFStreamParser(content).parse()) {
            if (token instanceof Operator operator) {
                switch (operator.getName()) {
                    case "m", "re" -> begun = true;
                    case "h" -> stray += begun ? 0 : 1;
                    case "n", "f", "f*", "S", "s", "B", "B*", "b", "b*" -> begun = false;
                    default -> {}
                }
            }
        }
        if (resources != null) {
            for (COSName name : resources.getXObjectNames()) {
                if (resources.getXObject(name) instanceof PDFormXObject form) {
                    stray += strayClosings(form, form.getResources());
                }
            }
        }
        return stray;
    }

    @Test
    void carriesItsJsonTwin() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf("full", "fr"))) {
            var names = document.getDocumentCatalog().getNames().getEmbeddedFiles();
            var file = names.getKids().getFirst().getNames().values().iterator().next();

            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(WeeklyReportJson.write(SampleReports.full()));
        }
    }

    @Test
    void isDatedByItsDataCut() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf("full", "en"))) {
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(SampleReports.full().about().asOf());
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void refusesALanguageItHasNoTextsFor() {
        assertThatThrownBy(() -> WeeklyReportPdf.render(SampleReports.thin(), Locale.GERMAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no report in language 'de'; known are en and fr");
    }

    @Test
    void printsMarkupInNamesAsText() throws IOException {
        assertThat(text("odd", "en", 0))
                .contains("<b>&\"model\"</b> ##", "]]><script>", "a-reason-nobody-has-words-for");
    }

    /// All pages when `page` is 0.
    private static String text(String name, String language, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(name, language))) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            if (page > 0) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
            }
            // the typeface draws the apostrophe U+2019 and U+02BC with one glyph
            return stripper.getText(document).replace('\u02bc', '’').replaceAll("[ \\r\\n]+", " ");
        }
    }

    private static int images(PDResources resources) throws IOException {
        int images = 0;
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject) {
                images++;
            } else if (object instanceof PDFormXObject form && form.getResources() != null) {
                images += images(form.getResources());
            }
        }
        return images;
    }

    private static List<PDStructureElement> figures(PDDocument document) {
        var found = new java.util.ArrayList<PDStructureElement>();
        collect(document.getDocumentCatalog().getStructureTreeRoot(), found);
        return found;
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Figure")) {
                    found.add(element);
                }
                collect(element, found);
            }
        }
    }
}
