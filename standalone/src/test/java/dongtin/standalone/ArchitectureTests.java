package dongtin.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the whole project; they stand here because this module alone sees all others. */
@AnalyzeClasses(packages = "dongtin", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dongtin.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule COMMON_KNOWS_NOTHING_OF_OURS = classes()
            .that()
            .resideInAPackage("dongtin.message")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dongtin.message", "java..", "org.jspecify..", "tools.jackson..", "com.fasterxml.jackson..")
            .because("a contract drags no framework along");

    @ArchTest
    static final ArchRule SERVICES_MEET_ON_TOPICS_ONLY =
            slices().matching("dongtin.(ingest|enrich|index|desk)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule CORE_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage(
                    "dongtin.enrich.text..",
                    "dongtin.enrich.people..",
                    "dongtin.enrich.document..",
                    "dongtin.ingest.format..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "co.elastic..")
            .because("formats and taggers are functions: bytes or text in, values out");

    @ArchTest
    static final ArchRule CASE_IS_CHANGED_WITH_A_LOCALE = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .because("in Turkish, I is not the capital of i: give Locale.ROOT");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS =
            noClasses().should().callMethod(Thread.class, "sleep", long.class).because("waiting is for a condition");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_TYPE_IS = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Base|Processor|Handler|Dto|Entity|Data|Info)");
}
