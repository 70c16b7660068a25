package org.vigie.monitor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every type of problem that the code can answer with has its page, and every page its type.
class ProblemPagesTest {

    /// The two ways in which the code names a type: beside its status, or beside its title.
    private static final Pattern NAMED = Pattern.compile(
            "(?:HttpStatus\\.\\w+|status\\(\\w+\\)|typed|[A-Z][A-Z_]+)\\s*[(,]\\s*\"([a-z]+(?:-[a-z]+)*)\",\\s*(?:\"[A-Z]|INVALID)");

    private static final Pattern OF_PACKAGES = Pattern.compile("super\\(\"([a-z]+(?:-[a-z]+)*)\"");

    private static final Path PAGES = Path.of("../docs/problems");

    @Test
    void eachTypeHasItsPageAndEachPageItsType() throws IOException {
        Set<String> named = new TreeSet<>(found(Path.of("src/main/java"), NAMED));
        named.addAll(found(
                Path.of("../model-package/src/main/java/org/vigie/modelpackage/ModelPackageException.java"),
                OF_PACKAGES));

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(pages()).isEqualTo(named);
    }

    @Test
    void eachPageSaysWhatItMeansAndWhatToDo() throws IOException {
        for (String slug : pages()) {
            assertThat(Files.readString(PAGES.resolve(slug + ".md")))
                    .as(slug)
                    .startsWith("# ")
                    .contains("Type `https://vigie.org/problems/" + slug + "`, status ")
                    .contains("**What to do.** ");
        }
    }

    private static Set<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            Set<String> slugs = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .forEach(name -> slugs.add(name.substring(0, name.length() - 3)));
            return slugs;
        }
    }

    private static Set<String> found(Path start, Pattern pattern) throws IOException {
        Set<String> slugs = new TreeSet<>();
        try (Stream<Path> files = Files.walk(start)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    slugs.add(matcher.group(1));
                }
            }
        }
        return slugs;
    }
}
