package org.vigie.monitor.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertWordsTest {

    @Test
    void streamsAreCalledByTheirNames() {
        AlertWords words = AlertWords.of(
                AlertTitle.driftInGroup("manufacturerModelName", "Lumen 3", "noise, score, features, kvp"));

        assertThat(words.en()).isEqualTo("Drift on Lumen 3: image noise, model score, image features, kvp");
        assertThat(words.fr())
                .isEqualTo(
                        "Dérive des entrées sur Lumen 3 : bruit de l’image, score du modèle, caractéristiques d’image, kvp");
    }

    @Test
    void aFallTellsWhatItRestsOn() {
        AlertWords words = AlertWords.of(AlertTitle.fellBelowMinimum("sensitivity", "all", 31, 48, 5, 0.8));

        assertThat(words.en())
                .isEqualTo("Sensitivity fell below its minimum (all sites): 31 of 48 in 5 week(s), 80.0 % required");
        assertThat(words.fr())
                .isEqualTo(
                        "Sensibilité passée sous le minimum (tous les sites) : 31 sur 48 en 5 semaine(s), 80,0 % exigés");
    }

    @Test
    void aTitleWithoutWordsIsADefect() {
        assertThatThrownBy(() -> AlertWords.of(new AlertTitle("unheard-of", Map.of())))
                .isInstanceOf(IllegalStateException.class);
    }
}
