package org.vigie.monitor.masking;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleMaskerTest {

    private final CommentMasker masker = new RuleMasker();

    @Test
    void masksTheSentenceOfTheSlideAndLeavesTheRest() {
        assertThat(masker.mask("Mme Martine Dupont, résidant au 12 rue des Lilas à Lyon. Consultation du 08/02/2023"))
                .isEqualTo("Mme <NomPrenom/>, résidant au <Voie/> à <Ville/>. Consultation du <Date/>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            M. Dupont rappelé                        | M. <NomPrenom/> rappelé
            M DUPONT rappelé                         | M <NomPrenom/> rappelé
            vu par le Dr Jean-Marc Le Goff hier      | vu par le Dr <NomPrenom/> hier
            avis du Pr. J. Martin                    | avis du Pr. <NomPrenom/>
            mme dupont est asthmatique               | mme <NomPrenom/> est asthmatique
            madame de la Tour connue                 | madame <NomPrenom/> connue
            discuté avec Sophie                      | discuté avec <NomPrenom/>
            discuté avec Benali                      | discuté avec <NomPrenom/>
            patient DURAND Paul                      | patient <NomPrenom/>
            nodule de Jean DURAND                    | nodule de <NomPrenom/>
            Mr. O'Connor called back                 | Mr. <NomPrenom/> called back
            Dr. Emily van der Berg disagrees         | Dr. <NomPrenom/> disagrees
            seen with Smith, agrees                  | seen with <NomPrenom/>, agrees
            John Smith seen in Boston                | <NomPrenom/> seen in <Ville/>
            Mrs Müller, née Kowalski                 | Mrs <NomPrenom/>, née <NomPrenom/>
            """)
    void masksNames(String text, String masked) {
        assertThat(masker.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            habite 3 bis avenue du Général de Gaulle | habite <Voie/>
            boulevard Victor Hugo, 3e étage          | <Voie/>, 3e étage
            domicilié à Aix-en-Provence              | domicilié à <Ville/>
            69003 Lyon                               | <CodePostal/> <Ville/>
            transféré du CHU de Poitiers             | transféré du CHU de <Lieu/>
            lives at 221 Baker Street, London        | lives at <Voie/>, <Ville/>
            SW1A 1AA                                 | <CodePostal/>
            from St Mary Hospital                    | from <Lieu/> Hospital
            """)
    void masksPlaces(String text, String masked) {
        assertThat(masker.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vu le 3 mars 2024                        | vu le <Date/>
            vu le 1er janvier                        | vu le <Date/>
            on March 12, 2023                        | on <Date/>
            12th of March 2023                       | <Date/>
            2023-02-08 et 20230208                   | <Date/> et <Date/>
            né en 1948                               | né en <Date/>
            contrôle en juin 2024                    | contrôle en <Date/>
            tél 06 12 34 56 78                       | tél <Telephone/>
            tél +33 6 12 34 56 78                    | tél <Telephone/>
            call (555) 123-4567                      | call <Telephone/>
            à jean.dupont@chu.example.fr             | à <Courriel/>
            voir https://pacs.example/?id=12         | voir <Lien/>
            IPP 8001234567                           | IPP <Identifiant/>
            IPP : A4512                              | IPP : <Identifiant/>
            dossier n° 45/12                         | dossier n° <Identifiant/>
            MRN 12345                                | MRN <Identifiant/>
            NIR 2 69 05 49 588 157 80                | NIR <Identifiant/>
            1850578006084                            | <Identifiant/>
            1.2.840.113619.2.55.3.604688             | <Identifiant/>
            SSN 123-45-6789                          | SSN <Identifiant/>
            """)
    void masksNumbers(String text, String masked) {
        assertThat(masker.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nodule du lobe supérieur droit de 12 mm, segment 3, vu au scanner",
                "Faux positif : superposition de la 5e côte et du hile.",
                "Missed nodule in the right upper lobe, 8 mm, compare with CT.",
                "NODULE LOBE SUPERIEUR DROIT NON VU",
                "Lignes B de Kerley, indice de Hounsfield 40 UH, score 0.42 contre 0,38",
                "Patient asthmatique de 72 ans, IRM à 1,5 T, fenêtre 1500/-600",
                "Le modèle a raison ; le radiologue senior confirme. Image de Face, cliché au lit",
                "Artefact de mouvement sur l'appareil GE Definium, version 4.1",
                "mauvaise place du repère, à droite et non à gauche (cours de chimiothérapie)",
                "Swan-Ganz et Port-a-Cath en place ; pas de PNO",
                "The model is right, Siemens Healthineers Ysio, kVp 125, 2.5 mAs"
            })
    void leavesTheFindingAlone(String text) {
        assertThat(masker.mask(text)).isEqualTo(text);
    }

    @Property
    void maskingTwiceChangesNothing(@ForAll @StringLength(max = 200) String text) {
        String once = masker.mask(text);
        assertThat(masker.mask(once)).isEqualTo(once);
    }

    @Property
    void textWithoutCapitalsDigitsOrSignsIsUntouched(@ForAll("plain") String text) {
        assertThat(masker.mask(text)).isEqualTo(text);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> plain() {
        return net.jqwik.api.Arbitraries.of(
                        "nodule", "opacité", "du", "lobe", "à", "droite", "rib", "shadow", "missed", "vu", "douteux",
                        ",", ".")
                .list()
                .ofMaxSize(20)
                .map(words -> String.join(" ", words));
    }

    @Example
    void aLongHostileTextIsMaskedToo() {
        String text = "Dr A" + "a-".repeat(50_000) + " " + "1.".repeat(50_000) + " a@" + "b.".repeat(20_000);
        assertThat(masker.mask(text)).isNotEmpty();
    }
}
