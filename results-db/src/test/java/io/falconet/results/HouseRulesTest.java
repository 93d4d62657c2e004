package io.falconet.results;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of this module that Maven cannot build. */
@AnalyzeClasses(packages = "io.falconet.results", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule packagesFormNoCycles = slices().matching("io.falconet.results.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyOnePackageKnowsHadoop = noClasses()
            .that()
            .resideOutsideOfPackage("io.falconet.results.hadoop")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hadoop..");

    @ArchTest
    static final ArchRule studiesAreNotSearchedHere =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.jenetics..");
}
