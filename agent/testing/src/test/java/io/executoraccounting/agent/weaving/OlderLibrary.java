/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.io.File;
import java.io.IOException;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.MemberRemoval;
import net.bytebuddy.matcher.ElementMatchers;
import sample.library.Versioned;

/** A jar with the first version of the sample library. */
final class OlderLibrary {
  private OlderLibrary() {}

  static File jar() throws IOException {
    File jar = File.createTempFile("sample-", "-1.0.jar");
    jar.deleteOnExit();
    new ByteBuddy()
        .redefine(Versioned.class)
        .visit(new MemberRemoval().stripMethods(ElementMatchers.named("since2")))
        .make()
        .toJar(jar);
    return jar;
  }
}
