/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.bootstrap.IndyEntry;
import io.executoraccounting.spi.WeavePoint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;
import net.bytebuddy.utility.JavaConstant;

/** Turns a weave point into advice: linked where a class can link, dispatched where it cannot. */
final class HandlerAdvice {
  private static final MethodDescription.InDefinedShape LINK = linkMethod();

  private final ExtensionOnLoader onLoader;
  private final WeavePoint point;
  private final HandlerFiles files;

  HandlerAdvice(ExtensionOnLoader onLoader, WeavePoint point, HandlerFiles files) {
    this.onLoader = onLoader;
    this.point = point;
    this.files = files;
  }

  Advice linked() {
    List<JavaConstant> handler =
        Arrays.asList(
            JavaConstant.Simple.ofLoaded(onLoader.extension.name()),
            JavaConstant.Simple.ofLoaded(point.handler()));
    return Advice.withCustomMapping()
        .bind(new AnnotationMapping.Factory())
        .bootstrap(LINK, new HandlerConstants(handler))
        .to(files.describe(point.handler()), files.locator());
  }

  Advice copied() {
    return Advice.to(files.describe(point.handler()), files.locator());
  }

  Advice dispatched(WovenClass woven) {
    HandlerShape handler = new HandlerShape(files.describe(point.handler()));
    Advice.WithCustomMapping template =
        Advice.withCustomMapping().bind(DispatchId.class, new IdMapping(onLoader, woven, handler));
    Class<?> exit = handler.exitsOnThrowable() ? DispatchExitOrThrow.class : DispatchExit.class;
    return handler.exit == null
        ? template.to(DispatchEnter.class)
        : template.to(DispatchEnter.class, exit);
  }

  private static MethodDescription.InDefinedShape linkMethod() {
    try {
      return new MethodDescription.ForLoadedMethod(
          IndyEntry.class.getMethod(
              "link",
              MethodHandles.Lookup.class,
              String.class,
              MethodType.class,
              String.class,
              String.class));
    } catch (NoSuchMethodException absent) {
      throw new LinkageError("IndyEntry.link", absent);
    }
  }

  /** The constants that follow the type in the invokedynamic instruction. */
  private static final class HandlerConstants
      implements Advice.BootstrapArgumentResolver.Factory, Advice.BootstrapArgumentResolver {
    private final List<JavaConstant> constants;

    HandlerConstants(List<JavaConstant> constants) {
      this.constants = constants;
    }

    @Override
    public Advice.BootstrapArgumentResolver resolve(
        MethodDescription.InDefinedShape adviceMethod, boolean exit) {
      return this;
    }

    @Override
    public List<JavaConstant> resolve(TypeDescription woven, MethodDescription method) {
      return constants;
    }
  }

  /** Writes the id of the handler for the method at hand. */
  private static final class IdMapping implements Advice.OffsetMapping {
    private final ExtensionOnLoader onLoader;
    private final WovenClass woven;
    private final HandlerShape handler;

    IdMapping(ExtensionOnLoader onLoader, WovenClass woven, HandlerShape handler) {
      this.onLoader = onLoader;
      this.woven = woven;
      this.handler = handler;
    }

    @Override
    public Target resolve(
        TypeDescription type,
        MethodDescription method,
        Assigner assigner,
        Advice.ArgumentHandler arguments,
        Sort sort) {
      int id = onLoader.dispatchIds.of(onLoader, woven.loader, handler, type, method);
      return new Target.ForStackManipulation(IntegerConstant.forValue(id));
    }
  }
}
