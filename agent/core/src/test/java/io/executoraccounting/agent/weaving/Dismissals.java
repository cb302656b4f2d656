/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Shows a transformer classes that nobody wants; returns the names of those it changed. */
public final class Dismissals implements Callable<List<String>> {
  public Dismissals() {}

  @Override
  public List<String> call() {
    ClassLoader loader = Dismissals.class.getClassLoader();
    AppliedExtensions applied = new AppliedExtensions(null, line -> {});
    WeavingTransformer transformer =
        new WeavingTransformer(
            new FrontFilter(List.of(LoadedExtension.of(new Unwanted()))),
            applied,
            new WovenClasses(),
            Set.of());
    List<String> changed = new ArrayList<>();
    for (Class<?> type : List.of(Dismissals.class, FrontFilter.class, Extension.class)) {
      byte[] file = ClassFileSource.of(loader).read(type.getName());
      if (transformer.transform(loader, type.getName().replace('.', '/'), null, null, file)
          != null) {
        changed.add(type.getName());
      }
    }
    return changed;
  }

  /** An extension in which the matchers, which are Byte Buddy's, have not been made yet. */
  static final class Unwanted implements Extension {
    @Override
    public String name() {
      return "unwanted";
    }

    @Override
    public List<WeavePoint> weavePoints() {
      return List.of(
          WeavePoint.of(TypeSelector.named("a.B"), null, "a.Handler"),
          WeavePoint.of(TypeSelector.subtypesOf("java.sql.Driver"), null, "a.Handler"),
          WeavePoint.of(TypeSelector.withMethodAnnotatedBy("a.Annotation"), null, "a.Handler"));
    }
  }
}
