package io.falconet.evaluator;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
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

    /** DJL wraps such a number in memory that may be gone when a training's way back reads it: gradients of garbage. */
    @ArchTest
    static final ArchRule noTensorMeetsABareNumber = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(NDArray.class)))
                    .and(target(name("add")
                            .or(name("sub"))
                            .or(name("mul"))
                            .or(name("div"))
                            .or(name("pow"))))
                    .and(target(rawParameterTypes(Number.class))));
}
