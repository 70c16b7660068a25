package org.vigie.modelpackage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// Hostile YAML into a tree of nodes with their lines: one document, no aliases, bounded size and depth.
final class YamlDocument {

    static final int LARGEST = 256 * 1024;
    private static final int DEEPEST = 16;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("model.yaml")
            .setCodePointLimit(LARGEST)
            .build();

    private YamlDocument() {}

    static Node read(String yaml) throws ModelPackageException.InvalidManifest {
        if (yaml.length() > LARGEST) {
            throw invalid(null, "larger than " + LARGEST + " characters");
        }
        try {
            checkShape(new Parse(SETTINGS).parseString(yaml));
            Optional<Node> root = new Compose(SETTINGS).composeString(yaml);
            return root.orElseThrow(() -> invalid(1, "the document is empty"));
        } catch (MarkedYamlEngineException e) {
            throw invalid(line(e.getProblemMark()), e.getProblem());
        } catch (YamlEngineException e) {
            throw invalid(null, String.valueOf(e.getMessage()));
        }
    }

    /// Composing is recursive and would follow aliases: what could harm it is refused while it is a flat stream.
    private static void checkShape(Iterable<Event> events) throws ModelPackageException.InvalidManifest {
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            switch (event) {
                case AliasEvent alias ->
                    throw invalid(line(alias.getStartMark()), "aliases are not allowed; write the value out");
                case CollectionStartEvent start -> {
                    if (++depth > DEEPEST) {
                        throw invalid(line(start.getStartMark()), "nested deeper than " + DEEPEST);
                    }
                }
                case CollectionEndEvent _ -> depth--;
                case DocumentStartEvent start -> {
                    if (++documents > 1) {
                        throw invalid(line(start.getStartMark()), "a second document begins here");
                    }
                }
                default -> {}
            }
        }
    }

    static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    private static ModelPackageException.InvalidManifest invalid(@Nullable Integer line, String detail) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("", line, detail));
        return new ModelPackageException.InvalidManifest(findings);
    }
}
