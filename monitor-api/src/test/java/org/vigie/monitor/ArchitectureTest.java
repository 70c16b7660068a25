package org.vigie.monitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.http.annotation.Controller;

/// Which rooms may know which.
@AnalyzeClasses(packages = "org.vigie", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule capabilitiesFormNoCycles = slices().matching("org.vigie.monitor.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a capability must be readable without the ones that build on it");

    @ArchTest
    static final ArchRule theServiceKnowsNoRunner = noClasses()
            .that()
            .resideInAPackage("org.vigie.monitor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.vigie.shadow..", "org.vigie.client..", "org.vigie.demo..")
            .because("runners pull work over HTTP, so that any number of them can run anywhere");

    @ArchTest
    static final ArchRule studiesKnowNoVerdicts = noClasses()
            .that()
            .resideInAPackage("org.vigie.monitor.study..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.vigie.monitor.run..",
                    "org.vigie.monitor.comparison..",
                    "org.vigie.monitor.driftcheck..",
                    "org.vigie.monitor.surveillance..")
            .because("what a clinician is shown must not be reachable from what happens in shadow");

    @ArchTest
    static final ArchRule theEngineKnowsOnlyItself = noClasses()
            .that()
            .resideInAPackage("org.vigie.drift..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.vigie.monitor..", "org.vigie.reports..", "io.micronaut..", "java.sql..", "org.slf4j..")
            .because("the statistics are a library of their own");

    @ArchTest
    static final ArchRule reportsKnowNoDatabase = noClasses()
            .that()
            .resideInAPackage("org.vigie.reports..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.vigie.monitor..", "java.sql..", "io.micronaut..")
            .because("a report is made from plain values, so that the same values give the same bytes");

    @ArchTest
    static final ArchRule rowsStayInTheirCapability = classes()
            .that()
            .areAnnotatedWith(JdbcRepository.class)
            .should()
            .notBePublic()
            .because("who needs another capability's rows asks that capability");

    @ArchTest
    static final ArchRule controllersAreNobodysLibrary = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .notBePublic()
            .because("HTTP is the outermost layer of a capability");
}
