package org.vigie.drift;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

@AnalyzeClasses(packages = "org.vigie.drift", importOptions = DoNotIncludeTests.class)
class EngineDirectionsTest {

    @ArchTest
    static final ArchRule KNOWS_NO_CLOCK = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.time\\.(Clock|InstantSource)")
            .orShould()
            .callMethodWhere(describe(
                    "reading the clock",
                    (JavaCall<?> call) -> call.getTargetOwner().getFullName().equals("java.lang.System")
                                    && Set.of("currentTimeMillis", "nanoTime").contains(call.getName())
                            || call.getTargetOwner().getFullName().startsWith("java.time.")
                                    && Set.of("now", "systemDefault").contains(call.getName())))
            .because("the same windows must give the same verdict whenever they are compared");

    @ArchTest
    static final ArchRule KNOWS_NO_INPUT_OR_OUTPUT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..", "java.nio..", "java.net..", "java.sql..", "com.fasterxml..", "tools.jackson..")
            .because("windows come in as values and verdicts go out as values");

    @ArchTest
    static final ArchRule LOGS_NOTHING = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "java.lang.System.Logger")
            .because("what is worth telling stands in the result");

    @ArchTest
    static final ArchRule DRAWS_ONLY_SEEDED_NUMBERS = noClasses()
            .should()
            .callMethodWhere(describe(
                    "unseeded random numbers",
                    (JavaCall<?> call) -> call.getName().equals("random")
                            && call.getTargetOwner().getFullName().equals("java.lang.Math")))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
            .orShould()
            .callConstructor(java.util.SplittableRandom.class)
            .because("a p-value that changes when it is computed again is no evidence");

    @ArchTest
    static final ArchRule CAPABILITIES_FORM_NO_CYCLE = slices().matching("org.vigie.drift.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each capability can be read after those it rests on");
}
