package io.falconet.space;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of this module that Maven cannot build. */
@AnalyzeClasses(packages = "io.falconet.space", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.falconet.space.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheSearchKnowsJenetics = noClasses()
            .that()
            .resideOutsideOfPackage("io.falconet.space.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.jenetics..");

    @ArchTest
    static final ArchRule onlyYamlAndStudiesKnowSnakeYaml = noClasses()
            .that()
            .resideOutsideOfPackages("io.falconet.space.yaml..", "io.falconet.space.study..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule theNetworkKnowsNothingElse = noClasses()
            .that()
            .resideInAPackage("io.falconet.space.graph..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.falconet..").and(resideOutsideOfPackage("io.falconet.space.graph..")));
}
