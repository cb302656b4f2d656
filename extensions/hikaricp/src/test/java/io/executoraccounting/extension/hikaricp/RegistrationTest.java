/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.hikaricp;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.Extension;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class RegistrationTest {
  @Test
  void isFoundByItsServiceFile() {
    assertThat(ServiceLoader.load(Extension.class).stream().map(ServiceLoader.Provider::type))
        .contains(HikariExtension.class);
  }
}
