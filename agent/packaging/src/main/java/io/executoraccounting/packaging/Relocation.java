/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.packaging;

import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * Moves third-party classes below {@code io.executoraccounting.shaded}.
 *
 * <p>By the exact names of the bundled classes, not by package prefixes: what a library mentions
 * but does not bring (Conscrypt, Android) keeps its name. Strings follow only inside the libraries:
 * in our own classes a name such as {@code io.opentelemetry.api.trace.Span} means the
 * application's.
 */
final class Relocation {
  static final String SHADED = "io/executoraccounting/shaded/";

  private final Set<String> thirdParty;

  /**
   * @param thirdParty internal names of all bundled classes that are not ours
   */
  Relocation(Set<String> thirdParty) {
    this.thirdParty = thirdParty;
  }

  /** The class under its new name; {@code ours} keeps strings as they are. */
  byte[] relocate(byte[] bytecode, boolean ours) {
    ClassReader reader = new ClassReader(bytecode);
    ClassWriter writer = new ClassWriter(0);
    reader.accept(new ClassRemapper(writer, ours ? new Names() : new NamesAndStrings()), 0);
    return writer.toByteArray();
  }

  /** An internal name, where it is one of a bundled library; else as it was. */
  String internalName(String name) {
    return thirdParty.contains(name) ? SHADED + name : name;
  }

  /** A name with dots, as service files and strings have it. */
  String binaryName(String name) {
    String internal = name.replace('.', '/');
    return thirdParty.contains(internal) ? internalName(internal).replace('/', '.') : name;
  }

  /** A resource follows the classes it lies beside, because they look for it there. */
  String resource(String path) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    boolean besideClasses =
        !folder.isEmpty() && thirdParty.stream().anyMatch(name -> name.startsWith(folder));
    return besideClasses ? SHADED + path : path;
  }

  private class Names extends Remapper {
    Names() {
      super(Opcodes.ASM9);
    }

    @Override
    public String map(String internalName) {
      return internalName(internalName);
    }
  }

  private final class NamesAndStrings extends Names {
    /** A library that logs would set up logging before the application's server does. */
    @Override
    public String map(String internalName) {
      return internalName.equals("java/util/logging/Logger")
          ? "io/executoraccounting/agent/telemetry/SilentLogger"
          : super.map(internalName);
    }

    @Override
    public Object mapValue(Object value) {
      if (!(value instanceof String)) {
        return super.mapValue(value);
      }
      String text = (String) value;
      return text.indexOf('/') < 0 ? binaryName(text) : internalName(text);
    }
  }
}
