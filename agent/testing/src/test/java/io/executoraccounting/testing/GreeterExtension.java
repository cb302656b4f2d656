/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.List;
import sample.library.Greeter;

/** Weaves an interface of this package, by supertype, and a class of the JDK, by name. */
public final class GreeterExtension implements Extension {
  @Override
  public String name() {
    return "greeter";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    String handler = GreeterHandler.class.getName();
    return List.of(
        WeavePoint.of(TypeSelector.subtypesOf(Greeter.class.getName()), named("greet"), handler),
        WeavePoint.of(
            TypeSelector.named("java.util.StringJoiner"),
            named("setEmptyValue"),
            JoinerHandler.class.getName()));
  }
}
