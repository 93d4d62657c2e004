package io.falconet.latency;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of this module that Maven cannot build. */
@AnalyzeClasses(packages = "io.falconet.latency", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.falconet.latency.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyMeasuringKnowsTheRuntimes = noClasses()
            .that()
            .resideOutsideOfPackage("io.falconet.latency.measure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnxruntime..", "org.opencv..", "nu.pattern..");
}
