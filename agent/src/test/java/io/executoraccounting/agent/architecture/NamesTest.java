/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
    packages = "io.executoraccounting",
    importOptions = {ImportOption.DoNotIncludeTests.class, ProductCode.class})
class NamesTest {
  @ArchTest
  static final ArchRule suffixesSayARole =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Util")
          .andShould()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Helper")
          .andShould()
          .haveSimpleNameNotEndingWith("Manager")
          .andShould()
          .haveSimpleNameNotEndingWith("Impl")
          .andShould()
          .haveSimpleNameNotEndingWith("Common")
          .andShould()
          .haveSimpleNameNotEndingWith("Base")
          .andShould()
          .haveSimpleNameNotEndingWith("Data")
          .andShould()
          .haveSimpleNameNotEndingWith("Info");

  @ArchTest
  static final ArchRule nothingIsCalledExecutorAlone = classes().should(notBeNamed("Executor"));

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes().that(areNoPackageInfo()).should(beInNullMarkedPackage());

  private static ArchCondition<JavaClass> notBeNamed(String name) {
    return new ArchCondition<>("not be named " + name) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean fine = !type.getSimpleName().equals(name);
        events.add(new SimpleConditionEvent(type, fine, type.getName()));
      }
    };
  }

  private static DescribedPredicate<JavaClass> areNoPackageInfo() {
    return DescribedPredicate.describe(
        "are no package-info", type -> !type.getSimpleName().equals("package-info"));
  }

  private static ArchCondition<JavaClass> beInNullMarkedPackage() {
    return new ArchCondition<>("be in a package that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        JavaPackage folder = type.getPackage();
        boolean marked = folder.isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(folder, marked, folder.getName() + " is not"));
      }
    };
  }
}
