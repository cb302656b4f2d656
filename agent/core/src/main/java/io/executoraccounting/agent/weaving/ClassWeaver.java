/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.spi.CallReplacement;
import io.executoraccounting.spi.WeavePoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.TypeResolutionStrategy;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Writes the calls of handlers into one class file. Adds no member and keeps the version, so that
 * it can be done to, and taken back from, a class that is loaded. Touched only for a class that
 * passed the front filter: from here on Byte Buddy is loaded.
 */
final class ClassWeaver {
  /** Looks at the methods of the class alone: a loader need not give the files of supertypes. */
  private static final ByteBuddy BYTE_BUDDY =
      new ByteBuddy()
          .with(TypeValidation.DISABLED)
          .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE);

  private static final ElementMatcher<MethodDescription> HAS_CODE =
      ElementMatchers.not(ElementMatchers.isAbstract().or(ElementMatchers.isNative()));

  private final AppliedExtensions applied;

  ClassWeaver(AppliedExtensions applied) {
    this.applied = applied;
  }

  /** Null where nothing in the class is to be woven. */
  byte @Nullable [] weave(WovenClass woven, List<WovenPoint> wanting) {
    List<WovenPoint> fitting = new ArrayList<>();
    for (WovenPoint point : wanting) {
      if (fits(point, woven)) {
        fitting.add(point);
      }
    }
    if (fitting.isEmpty()) {
      return null;
    }
    try {
      return write(woven, fitting);
    } catch (RuntimeException | LinkageError failure) {
      return withoutUnfit(woven, fitting);
    }
  }

  private boolean fits(WovenPoint point, WovenClass woven) {
    ExtensionOnLoader onLoader = applied.of(point.extension, woven.loader);
    return point.point.replacement() == null
        ? onLoader.fits(point.point.handler(), woven)
        : !onLoader.isOff();
  }

  /** Tries each weave point alone, so that one that cannot be woven does not take others along. */
  private byte @Nullable [] withoutUnfit(WovenClass woven, List<WovenPoint> wanting) {
    List<WovenPoint> fitting = new ArrayList<>();
    for (WovenPoint point : wanting) {
      try {
        write(woven, Collections.singletonList(point));
        fitting.add(point);
      } catch (RuntimeException | LinkageError failure) {
        applied
            .of(point.extension, woven.loader)
            .disable(woven.name + " cannot be woven (" + FailureText.ofWeaving(failure) + ")");
      }
    }
    return fitting.isEmpty() ? null : write(woven, fitting);
  }

  private byte @Nullable [] write(WovenClass woven, List<WovenPoint> wanting) {
    WeavingFiles files = WeavingFiles.of(woven);
    TypePool types = files.pool();
    TypeDescription type = types.describe(woven.name).resolve();
    DynamicType.Builder<?> builder = BYTE_BUDDY.decorate(type, files);
    Map<LoadedExtension, HandlerFiles> handlers = new HashMap<>();
    boolean anything = false;
    for (WovenPoint point : wanting) {
      ElementMatcher.Junction<MethodDescription> methods =
          ElementMatchers.<MethodDescription>failSafe(point.point.methods()).and(HAS_CODE);
      if (!type.getDeclaredMethods().filter(methods).isEmpty()) {
        builder =
            builder.visit(
                new AsmVisitorWrapper.ForDeclaredMethods()
                    .invokable(methods, visitor(woven, point, handlers)));
        anything = true;
      }
    }
    return anything
        ? builder.make(TypeResolutionStrategy.Disabled.INSTANCE, types).getBytes()
        : null;
  }

  private AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper visitor(
      WovenClass woven, WovenPoint point, Map<LoadedExtension, HandlerFiles> handlers) {
    WeavePoint what = point.point;
    CallReplacement replacement = what.replacement();
    if (replacement != null) {
      return new CallReplacing(replacement, applied.of(point.extension, woven.loader));
    }
    ExtensionOnLoader onLoader = applied.of(point.extension, woven.loader);
    HandlerFiles files = handlers.get(point.extension);
    if (files == null) {
      files = new HandlerFiles(woven, point.extension);
      handlers.put(point.extension, files);
    }
    HandlerAdvice advice = new HandlerAdvice(onLoader, what, files);
    if (what.isCopied()) {
      return advice.copied();
    }
    return woven.links() ? advice.linked() : advice.dispatched(woven);
  }
}
