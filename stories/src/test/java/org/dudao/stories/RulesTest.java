package org.dudao.stories;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house, held against the compiled classes of every module. */
class RulesTest {

    private static final Map<String, String> SERVICES = Map.of(
            "plan-service", "org.dudao.plan..",
            "task-service", "org.dudao.task..",
            "supervision-service", "org.dudao.supervision..",
            "notification-service", "org.dudao.notification..");
    private static final String[] SERVICE_PACKAGES = SERVICES.values().toArray(String[]::new);

    /** The reader of plans is no verb of the service: it would read them without one. */
    private static final String GRAMMAR = "org.dudao.plan.reading..";

    private static JavaClasses all;

    @BeforeAll
    static void import_every_module() {
        Path root = Path.of(System.getProperty("dudao.root", ".."));
        List<Path> compiled = List.of(
                        "contracts",
                        "outbox",
                        "startup",
                        "official-document",
                        "plan-service",
                        "task-service",
                        "supervision-service",
                        "notification-service",
                        "console")
                .stream()
                .map(module -> root.resolve(module).resolve("target/classes"))
                .toList();
        compiled.forEach(dir -> assertTrue(Files.isDirectory(dir), dir + " is not compiled"));
        all = new ClassFileImporter().importPaths(compiled);
    }

    @Test
    void services_never_depend_on_each_other() {
        SERVICES.values()
                .forEach(own -> noClasses()
                        .that()
                        .resideInAPackage(own)
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(SERVICE_PACKAGES).and(not(resideInAPackage(own))))
                        .check(all));
    }

    @Test
    void the_shared_modules_know_no_service() {
        noClasses()
                .that()
                .resideInAnyPackage("org.dudao.contracts..", "org.dudao.outbox..", "org.dudao.startup..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICE_PACKAGES)
                .check(all);
        noClasses()
                .that()
                .resideInAPackage("org.dudao.outbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.dudao.startup..")
                .check(all);
    }

    @Test
    void contracts_depend_on_the_jdk_alone() {
        classes()
                .that()
                .resideInAPackage("org.dudao.contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.dudao.contracts..", "org.jspecify..")
                .check(all);
    }

    @Test
    void only_the_outbox_publishes() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dudao.outbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients.producer..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Emitter")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Outgoing")
                .check(all);
    }

    @Test
    void only_receiving_subscribes_and_every_door_goes_through_the_inbox() {
        methods()
                .that()
                .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage("..receiving..")
                .andShould(callTheInbox())
                .check(all);
    }

    private static ArchCondition<JavaMethod> callTheInbox() {
        return new ArchCondition<>("claim the event ids by calling Inbox.hear") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean claims = method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().equals("org.dudao.outbox.Inbox")
                                && call.getName().equals("hear"));
                events.add(new SimpleConditionEvent(method, claims, method.getFullName() + " claims: " + claims));
            }
        };
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .that()
                .resideInAnyPackage("org.dudao..")
                .and(not(resideInAPackage("org.dudao.startup..")))
                .should()
                .callMethod("java.time.Instant", "now")
                .orShould()
                .callMethod("java.time.LocalDate", "now")
                .orShould()
                .callMethod("java.time.LocalDateTime", "now")
                .orShould()
                .callMethod("java.time.ZonedDateTime", "now")
                .orShould()
                .callMethod("java.time.OffsetDateTime", "now")
                .orShould()
                .callMethod("java.lang.System", "currentTimeMillis")
                .check(all);
    }

    /** The root package is the noun, {@code receiving} the door, everything else but the reader a verb. */
    @Test
    void nouns_do_not_import_verbs_and_nobody_imports_a_door() {
        SERVICES.values().forEach(own -> {
            String root = own.substring(0, own.length() - 2);
            noClasses()
                    .that()
                    .resideInAPackage(root)
                    .should()
                    .dependOnClassesThat(resideInAPackage(own).and(not(resideInAnyPackage(root, GRAMMAR))))
                    .check(all);
            noClasses()
                    .that(resideInAPackage(own).and(not(resideInAPackage(root + ".receiving"))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(root + ".receiving")
                    .check(all);
        });
    }

    @Test
    void verbs_do_not_import_each_other() {
        SERVICES.values().forEach(own -> {
            String root = own.substring(0, own.length() - 2);
            slices().matching(root + ".(*)..")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(resideInAPackage(root + ".receiving.."), DescribedPredicate.alwaysTrue())
                    .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage(GRAMMAR))
                    .check(all);
        });
    }

    @Test
    void the_reader_of_plans_knows_no_service() {
        noClasses()
                .that()
                .resideInAPackage(GRAMMAR)
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.dudao..", "jakarta..", "io.quarkus..")
                        .and(not(resideInAnyPackage(GRAMMAR, "org.dudao.contracts.."))))
                .check(all);
    }

    /** Files become text, text becomes chapters and measures, sentences become targets: each knows only what came before. */
    @Test
    void the_reader_reads_in_one_direction() {
        String reading = "org.dudao.plan.reading";
        eachKnowsOnlyThoseBefore(reading + ".wording", reading + ".document", reading + ".outline");
        eachKnowsOnlyThoseBefore(reading + ".wording", reading + ".document", reading + ".targets");
    }

    private static void eachKnowsOnlyThoseBefore(String... packages) {
        for (int i = 0; i < packages.length; i++) {
            noClasses()
                    .that()
                    .resideInAPackage(packages[i])
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(GRAMMAR).and(not(resideInAnyPackage(Arrays.copyOf(packages, i + 1)))))
                    .check(all);
        }
    }

    @Test
    void no_entity_stands_in_a_signature_of_a_resource() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .should(new ArchCondition<>("not speak of entities") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        method.getReturnType().getAllInvolvedRawTypes().stream()
                                .filter(RulesTest::isEntity)
                                .forEach(t -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " returns " + t.getName())));
                        method.getParameterTypes().stream()
                                .map(JavaType::getAllInvolvedRawTypes)
                                .flatMap(Set::stream)
                                .filter(RulesTest::isEntity)
                                .forEach(t -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " takes " + t.getName())));
                    }
                })
                .check(all);
    }

    private static boolean isEntity(JavaClass type) {
        return type.isAnnotatedWith("jakarta.persistence.Entity");
    }

    @Test
    void every_endpoint_states_its_roles() {
        methods()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.GET")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.PUT")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.POST")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.PATCH")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.DELETE")
                .should(new ArchCondition<>("be closed by default") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean stated = method.isAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                                || method.getOwner().isAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                                || method.isAnnotatedWith("io.quarkus.security.Authenticated")
                                || method.getOwner().isAnnotatedWith("io.quarkus.security.Authenticated");
                        events.add(new SimpleConditionEvent(
                                method, stated, method.getFullName() + " states roles: " + stated));
                    }
                })
                .check(all);
    }

    @Test
    void no_package_is_named_after_nothing() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..common..", "..impl..", "..helper..", "..helpers..", "..misc..")
                .check(all);
    }
}
