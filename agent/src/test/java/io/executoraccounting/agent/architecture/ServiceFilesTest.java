/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.executoraccounting.spi.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ServiceFilesTest {
  private final List<Extension> registered = new ArrayList<>();

  ServiceFilesTest() {
    ServiceLoader.load(Extension.class).forEach(registered::add);
  }

  @Test
  void everyExtensionIsRegisteredOnce() {
    List<String> classes =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.executoraccounting.extension")
                .stream()
                .filter(type -> type.isAssignableTo(Extension.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .toList();

    assertThat(registered)
        .extracting(extension -> extension.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(classes);
  }

  @Test
  void namesAreSwitchesOfTheirOwn() {
    assertThat(registered)
        .extracting(Extension::name)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches("[a-z0-9]+([-.][a-z0-9]+)*"));
  }
}
