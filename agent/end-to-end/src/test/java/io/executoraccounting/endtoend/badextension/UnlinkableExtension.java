/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.badextension;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.List;

public final class UnlinkableExtension implements Extension {
  @Override
  public String name() {
    return "unlinkable";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return List.of(
        WeavePoint.of(
            TypeSelector.named("io.executoraccounting.endtoend.program.ClientProgram"),
            named("call"),
            "io.executoraccounting.endtoend.badextension.UnlinkableHandler"));
  }
}
