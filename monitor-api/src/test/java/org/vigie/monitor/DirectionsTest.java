package org.vigie.monitor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.http.annotation.Controller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/// The directions between rooms and packages, each with its reason.
@AnalyzeClasses(packages = "org.vigie", importOptions = ImportOption.DoNotIncludeTests.class)
class DirectionsTest {

    @ArchTest
    static final ArchRule CAPABILITIES_FORM_NO_CYCLES = slices().matching("org.vigie.monitor.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a capability must be readable without those that build on it");

    @ArchTest
    static final ArchRule THE_SERVICE_DOES_NOT_KNOW_RUNNERS = noClasses()
            .that()
            .resideInAPackage("org.vigie.monitor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.vigie.shadow..", "org.vigie.client..", "org.vigie.demo..")
            .because(
                    "runners pull their work over HTTP; a service that called them could not be scaled or restarted alone");

    @ArchTest
    static final ArchRule STATISTICS_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("org.vigie.drift..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.micronaut..", "java.sql..", "org.slf4j..", "org.vigie.monitor..", "org.vigie.dicom..")
            .because("the drift engine is a library of its own: plain functions over values");

    @ArchTest
    static final ArchRule REPORTS_KNOW_NO_DATABASE = noClasses()
            .that()
            .resideInAPackage("org.vigie.reports..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "io.micronaut..", "java.net.http..", "org.vigie.monitor..")
            .because("a report is made from plain values, so that the same values give the same bytes");

    @ArchTest
    static final ArchRule REPOSITORIES_ARE_THEIR_PACKAGES_OWN = classes()
            .that()
            .areAnnotatedWith(JdbcRepository.class)
            .and()
            .haveSimpleNameNotContaining("$")
            .should()
            .bePackagePrivate()
            .because("tables are reached through the capability that owns them");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_THEIR_PACKAGES_OWN = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .and()
            .haveSimpleNameNotContaining("$")
            .should()
            .bePackagePrivate()
            .because("nothing but HTTP calls a controller");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .resideInAPackage("org.vigie.monitor..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test and a rebuilt week set the clock: " + Clock.class.getSimpleName() + " is injected");

    @ArchTest
    static final ArchRule INTAKE_DOES_NOT_KNOW_WATCHING = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.vigie.monitor.site..",
                    "org.vigie.monitor.model..",
                    "org.vigie.monitor.study..",
                    "org.vigie.monitor.prediction..",
                    "org.vigie.monitor.run..",
                    "org.vigie.monitor.dicomweb..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.vigie.monitor.policy..",
                    "org.vigie.monitor.driftcheck..",
                    "org.vigie.monitor.performance..",
                    "org.vigie.monitor.surveillance..",
                    "org.vigie.monitor.alert..",
                    "org.vigie.monitor.report..")
            .because("what is watched must not depend on how it is watched");

    @ArchTest
    static final ArchRule THE_GROUND_KNOWS_NO_CAPABILITY = classes()
            .that()
            .resideInAnyPackage("org.vigie.monitor.platform..", "org.vigie.monitor.problem..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("org.vigie..")
                    .or(resideInAnyPackage("org.vigie.monitor.platform..", "org.vigie.monitor.problem..")))
            .because("everything stands on it");
}
