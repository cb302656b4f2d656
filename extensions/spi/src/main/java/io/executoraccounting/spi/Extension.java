/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.Collections;
import java.util.List;

/**
 * One library family: what is woven in it and by whom. Found by a service file; built-in ones and
 * those of {@code executor.extensions.dir} are loaded alike.
 *
 * <p>The class is loaded by the agent's loader and must not touch the library; the handlers it
 * names are loaded once more beside each application loader, where they see the library.
 */
public interface Extension {
  /**
   * The name in {@code executor.extension.<name>.enabled}: lower case, words joined by {@code -}.
   */
  String name();

  /** Told once, before it is asked what to weave. */
  default void configure(ExtensionSettings settings) {}

  /** What to weave; asked once, at start. */
  List<WeavePoint> weavePoints();

  /** Packages that the handlers read by reflection and modules would deny them; asked once. */
  default List<OpenedPackage> opens() {
    return Collections.emptyList();
  }
}
