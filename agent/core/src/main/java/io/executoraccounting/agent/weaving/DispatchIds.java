/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.bootstrap.WeaveDispatch;
import io.executoraccounting.bootstrap.WeaveHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** Gives a dispatched handler an id per woven method, the same one on each retransformation. */
final class DispatchIds {
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();

  /**
   * @param loader of the woven class
   */
  int of(
      ExtensionOnLoader onLoader,
      @Nullable ClassLoader loader,
      HandlerShape handler,
      TypeDescription woven,
      MethodDescription method) {
    String key =
        handler.type.getName()
            + ' '
            + woven.getName()
            + '.'
            + method.getInternalName()
            + method.getDescriptor();
    Integer known = ids.get(key);
    if (known != null) {
      return known;
    }
    DispatchTarget target =
        new DispatchTarget(onLoader, handler, method.getInternalName(), woven.getName());
    WeaveHandler dispatched =
        loader == null ? target.create(null) : new LooseWeaveHandler(target, loader);
    int id = WeaveDispatch.register(dispatched);
    onLoader.switchOf(handler.type.getName()).addDispatched(id, dispatched);
    ids.put(key, id);
    return id;
  }
}
