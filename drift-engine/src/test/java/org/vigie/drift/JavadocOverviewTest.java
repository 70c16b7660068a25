package org.vigie.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JavadocOverviewTest {

    private static final Path OVERVIEW = Path.of("src/main/javadoc/overview.md");

    @Test
    void showsTheExampleOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("```java");
        String example = readme.substring(start, readme.indexOf("```", start + 3));

        assertThat(Files.readString(OVERVIEW)).contains(example);
    }

    @Test
    void namesOnlyWhatExists() throws IOException {
        Matcher links = Pattern.compile("\\[(org\\.vigie\\.drift[\\w.]*)]").matcher(Files.readString(OVERVIEW));
        int found = 0;
        while (links.find()) {
            Path source = Path.of("src/main/java", links.group(1).split("\\."));
            assertThat(Files.isDirectory(source) || Files.exists(Path.of(source + ".java")))
                    .as(links.group(1))
                    .isTrue();
            found++;
        }
        assertThat(found).isGreaterThan(10);
    }
}
