/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** bootstrap ← spi ← extensions ← agent, and who may know what. */
@AnalyzeClasses(
    packages = "io.executoraccounting",
    importOptions = {ImportOption.DoNotIncludeTests.class, ProductCode.class})
class ModulesTest {
  private static final String US = "io.executoraccounting.";
  private static final String[] EXTENSIONS = {
    US + "extension..", US + "http..", US + "sql..",
  };

  @ArchTest
  static final ArchRule bootstrapKnowsTheJdkAlone =
      classes()
          .that()
          .resideInAPackage(US + "bootstrap..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(US + "bootstrap..", "java..", "jdk.internal..", "org.jspecify..");

  @ArchTest
  static final ArchRule spiKnowsBootstrapAndByteBuddy =
      classes()
          .that()
          .resideInAPackage(US + "spi..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              US + "spi..", US + "bootstrap..", "java..", "org.jspecify..", "net.bytebuddy..");

  @ArchTest
  static final ArchRule extensionsKnowNoAgentAndNoSpan =
      noClasses()
          .that()
          .resideInAnyPackage(EXTENSIONS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(US + "agent..", "io.opentelemetry..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule extensionsDoNotSeeEachOther =
      slices()
          .matching(US + "extension.(*)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule telemetryAloneKnowsOpenTelemetry =
      noClasses()
          .that()
          .resideOutsideOfPackage(US + "agent.telemetry..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..");

  @ArchTest
  static final ArchRule coreKnowsNeitherOpenTelemetryNorByteBuddy =
      noClasses()
          .that()
          .resideInAnyPackage(
              US + "agent.identity..", US + "agent.attribution..", US + "agent.policy..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.opentelemetry..", "net.bytebuddy..");

  @ArchTest
  static final ArchRule agentHasNoCycles =
      slices().matching(US + "agent.(*)..").should().beFreeOfCycles();

  /** What runs on the main thread before the application; the built jar's own test looks closer. */
  @ArchTest
  static final ArchRule startTouchesNothingThatApplicationsSetUp =
      noClasses()
          .that()
          .resideInAnyPackage(
              US + "bootstrap..", US + "agent.premain..", US + "agent.config..", US + "spi..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.logging..",
              "java.nio.file..",
              "java.lang.management..",
              "javax.management..",
              "javax.net..",
              "java.net.http..",
              "java.sql..");
}
