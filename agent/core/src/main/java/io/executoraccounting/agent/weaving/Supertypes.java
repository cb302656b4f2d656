/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.spi.WeakIdentityMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which weave points stand above a class: those that want what is below one of its supertypes.
 * Supertypes are read as class files through the loader and never loaded; each is read once per
 * loader. No lock is held while a loader is asked, so two threads may read the same file.
 */
final class Supertypes {
  private static final String OBJECT = "java/lang/Object";

  /** Deeper hierarchies do not exist; a cycle in broken class files would. */
  private static final int MAX_DEPTH = 64;

  private final Map<String, List<WovenPoint>> wanted;
  private final LoadedSupertypes loaded;
  private final WeakIdentityMap<ClassLoader, Map<String, List<WovenPoint>>> known =
      new WeakIdentityMap<>();
  private final ThreadLocal<Boolean> asking = new ThreadLocal<>();

  Supertypes(Map<String, List<WovenPoint>> wanted, ClassLoader platformLoader) {
    this.wanted = wanted;
    this.loaded = new LoadedSupertypes(wanted, platformLoader);
  }

  /** What wants classes below the superclass and the interfaces that this header names. */
  List<WovenPoint> above(ClassLoader loader, ClassHeader header) {
    return wanted.isEmpty() ? Collections.emptyList() : above(loader, header, 0);
  }

  /** The same of a class that is loaded, and its supertypes with it. */
  List<WovenPoint> above(Class<?> type) {
    return wanted.isEmpty() ? Collections.emptyList() : this.loaded.above(type);
  }

  /** Keeps what was found, for classes below this one whose loader does not give its file. */
  void remember(ClassLoader loader, String internalName, List<WovenPoint> above) {
    knownTo(loader).put(internalName, with(internalName, above));
  }

  private List<WovenPoint> above(ClassLoader loader, ClassHeader header, int depth) {
    List<WovenPoint> found = Collections.emptyList();
    String superName = header.superName();
    if (superName != null && !superName.equals(OBJECT)) {
      found = at(loader, superName, depth);
    }
    for (int index = 0; index < header.interfaceCount(); index++) {
      found =
          FrontFilter.join(
              found, at(loader, header.interfaceName(index), depth), Collections.emptyList());
    }
    return found;
  }

  /** What wants classes below this type. */
  private List<WovenPoint> at(ClassLoader loader, String type, int depth) {
    Map<String, List<WovenPoint>> known = knownTo(loader);
    List<WovenPoint> remembered = known.get(type);
    if (remembered != null) {
      return remembered;
    }
    List<WovenPoint> ofJdk = loaded.at(type);
    if (ofJdk != null) {
      known.put(type, ofJdk);
      return ofJdk;
    }
    if (asking.get() != null || depth > MAX_DEPTH) {
      return wanted.getOrDefault(type, Collections.emptyList());
    }
    ClassHeader header = ask(loader, type);
    List<WovenPoint> found =
        with(type, header == null ? Collections.emptyList() : above(loader, header, depth + 1));
    known.put(type, found);
    return found;
  }

  /**
   * The loader may load classes of its own in order to answer: those, on this thread, must not ask
   * it again.
   */
  private @Nullable ClassHeader ask(ClassLoader loader, String type) {
    asking.set(Boolean.TRUE);
    AccountingGuard.suspend();
    try {
      byte[] file = ClassFileSource.of(loader).read(type.replace('/', '.'));
      return file == null ? null : ClassHeader.read(file);
    } finally {
      AccountingGuard.resume();
      asking.remove();
    }
  }

  private List<WovenPoint> with(String type, List<WovenPoint> above) {
    return FrontFilter.join(
        wanted.getOrDefault(type, Collections.emptyList()), above, Collections.emptyList());
  }

  private Map<String, List<WovenPoint>> knownTo(ClassLoader loader) {
    Map<String, List<WovenPoint>> present = known.get(loader);
    if (present != null) {
      return present;
    }
    Map<String, List<WovenPoint>> created = new ConcurrentHashMap<>();
    Map<String, List<WovenPoint>> raced = known.putIfAbsent(loader, created);
    return raced == null ? created : raced;
  }
}
