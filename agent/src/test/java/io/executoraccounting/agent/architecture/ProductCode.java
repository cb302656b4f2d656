/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.List;

/** What ends up in the agent's jar; not what only builds or tests it. */
final class ProductCode implements ImportOption {
  private static final List<String> OTHERS = List.of("packaging", "testing", "otlp");

  @Override
  public boolean includes(Location location) {
    return OTHERS.stream().noneMatch(name -> location.contains("/io/executoraccounting/" + name));
  }
}
