/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which weave points want a class, by its name and the header of its class file. Nearly every
 * class is wanted by none, so a dismissal costs one look into a map for classes of the JDK and one
 * pass over the constant pool for others; Byte Buddy is not touched.
 */
final class FrontFilter {
  private static final String PROXY = "java/lang/reflect/Proxy";

  private final ClassLoader platformLoader = ClassLoader.getSystemClassLoader().getParent();
  private final Map<String, List<WovenPoint>> byName = new HashMap<>();
  private final Map<String, List<WovenPoint>> bySupertype = new HashMap<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final Supertypes supertypes = new Supertypes(bySupertype, platformLoader);

  FrontFilter(List<LoadedExtension> extensions) {
    for (LoadedExtension extension : extensions) {
      for (WeavePoint point : extension.weavePoints()) {
        add(new WovenPoint(extension, point));
      }
    }
  }

  /**
   * @param loader null is the bootstrap loader
   * @param internalName for example {@code java/util/Timer}
   * @param redefined the class itself where it is loaded already, else null
   * @return empty if nobody wants it
   */
  List<WovenPoint> wanting(
      @Nullable ClassLoader loader,
      String internalName,
      @Nullable Class<?> redefined,
      byte[] file) {
    List<WovenPoint> named = byName.getOrDefault(internalName, Collections.emptyList());
    if (loader == null || loader == platformLoader) {
      return named;
    }
    if (bySupertype.isEmpty() && mentions.isEmpty()) {
      return named;
    }
    ClassHeader header = ClassHeader.read(file);
    if (header == null) {
      return named;
    }
    List<WovenPoint> below =
        redefined == null ? supertypes.above(loader, header) : supertypes.above(redefined);
    if (!below.isEmpty()) {
      supertypes.remember(loader, internalName, below);
    }
    if (header.isInterface() || PROXY.equals(header.superName())) {
      return Collections.emptyList();
    }
    return join(named, below, mentionedIn(header));
  }

  /**
   * Whether a loaded class may be wanted; what its class file mentions is read where that matters.
   */
  boolean mayWant(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    String internalName = type.getName().replace('.', '/');
    if (byName.containsKey(internalName)) {
      return true;
    }
    if (loader == null || loader == platformLoader) {
      return false;
    }
    if (!supertypes.above(type).isEmpty()) {
      return true;
    }
    if (mentions.isEmpty()) {
      return false;
    }
    byte[] file = ClassFileSource.of(loader).read(type.getName());
    ClassHeader header = file == null ? null : ClassHeader.read(file);
    return header != null && !mentionedIn(header).isEmpty();
  }

  private List<WovenPoint> mentionedIn(ClassHeader header) {
    List<WovenPoint> found = Collections.emptyList();
    for (Mention mention : mentions) {
      if (header.mentions(mention.descriptor)) {
        found = join(found, mention.points, Collections.emptyList());
      }
    }
    return found;
  }

  private void add(WovenPoint point) {
    TypeSelector types = point.point.types();
    for (String name : types.names()) {
      String internalName = name.replace('.', '/');
      switch (types.kind()) {
        case NAME:
          add(byName, internalName, point);
          break;
        case SUPERTYPE:
          add(bySupertype, internalName, point);
          break;
        case MENTION:
          mentions.add(new Mention(internalName, point));
          break;
      }
    }
  }

  private static void add(
      Map<String, List<WovenPoint>> index, String internalName, WovenPoint point) {
    List<WovenPoint> points = index.get(internalName);
    if (points == null) {
      points = new ArrayList<>();
      index.put(internalName, points);
    }
    points.add(point);
  }

  static List<WovenPoint> join(
      List<WovenPoint> first, List<WovenPoint> second, List<WovenPoint> third) {
    if (second.isEmpty() && third.isEmpty()) {
      return first;
    }
    Set<WovenPoint> joined = new LinkedHashSet<>(first);
    joined.addAll(second);
    joined.addAll(third);
    return new ArrayList<>(joined);
  }

  private static final class Mention {
    final byte[] descriptor;
    final List<WovenPoint> points;

    Mention(String internalName, WovenPoint point) {
      descriptor = ("L" + internalName + ";").getBytes(StandardCharsets.UTF_8);
      points = Collections.singletonList(point);
    }
  }
}
