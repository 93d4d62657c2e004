package io.falconet.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of this module that Maven cannot build. */
@AnalyzeClasses(packages = "io.falconet.cluster", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.falconet.cluster.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsWithinThemFormNoCyclesEither =
            slices().matching("io.falconet.cluster.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyOnePackageKnowsSpark = noClasses()
            .that()
            .resideOutsideOfPackage("io.falconet.cluster.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("io.falconet.cluster.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsPrometheus = noClasses()
            .that()
            .resideOutsideOfPackage("io.falconet.cluster.metrics")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.prometheus..");

    @ArchTest
    static final ArchRule sqlIsSpokenElsewhere =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.jdbi..");
}
