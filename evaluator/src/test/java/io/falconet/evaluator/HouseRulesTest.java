package io.falconet.evaluator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of this module that Maven cannot build. */
@AnalyzeClasses(packages = "io.falconet.evaluator", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.falconet.evaluator.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule fewPackagesKnowTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.falconet.evaluator.engine..", "io.falconet.evaluator.detect..", "io.falconet.evaluator.proxy..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule onlyExportsWriteOnnx = noClasses()
            .that()
            .resideOutsideOfPackage("io.falconet.evaluator.export..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnx..");
}
