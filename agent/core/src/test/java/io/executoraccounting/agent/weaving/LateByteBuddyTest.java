/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class LateByteBuddyTest {
  @Test
  void loadsNothingOfByteBuddyForClassesThatAreDismissed() throws Exception {
    try (RecordingLoader agent = new RecordingLoader()) {
      Callable<?> dismissals =
          (Callable<?>)
              agent.loadClass(Dismissals.class.getName()).getDeclaredConstructor().newInstance();

      assertThat(dismissals.call()).isEqualTo(List.of());
      assertThat(agent.loaded).contains(FrontFilter.class.getName());
      assertThat(agent.loaded).noneMatch(name -> name.startsWith("net.bytebuddy."));
    }
  }

  /** Loads everything anew that is not of the JDK, and remembers its names. */
  private static final class RecordingLoader extends URLClassLoader {
    final List<String> loaded = new CopyOnWriteArrayList<>();

    RecordingLoader() {
      super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      loaded.add(name);
      return super.findClass(name);
    }

    private static URL[] classPath() {
      List<URL> places = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        try {
          places.add(new File(entry).toURI().toURL());
        } catch (MalformedURLException impossible) {
          throw new IllegalArgumentException(entry, impossible);
        }
      }
      return places.toArray(new URL[0]);
    }
  }
}
