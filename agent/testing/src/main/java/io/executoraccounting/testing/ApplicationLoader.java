/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing;

import java.io.File;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A loader as an application server has one for each application: it defines the application's
 * classes and libraries itself, out of the given jars before the test's class path, and can be
 * thrown away.
 */
public final class ApplicationLoader extends URLClassLoader {
  private ApplicationLoader(URL[] places) {
    super(places, ClassLoader.getSystemClassLoader().getParent());
  }

  /**
   * @param jars other versions of libraries, found before those of the class path
   */
  public static ApplicationLoader of(File... jars) {
    List<URL> places = new ArrayList<>();
    for (File jar : jars) {
      places.add(url(jar));
    }
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      places.add(url(new File(entry)));
    }
    return new ApplicationLoader(places.toArray(new URL[0]));
  }

  /**
   * Runs a test's class as one of the application.
   *
   * @param type has a constructor without parameters; what it returns is of the JDK
   */
  public <T> T call(Class<? extends Callable<T>> type) throws Exception {
    Constructor<?> constructor = loadClass(type.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    @SuppressWarnings("unchecked") // the same class, loaded once more
    Callable<T> application = (Callable<T>) constructor.newInstance();
    return application.call();
  }

  private static URL url(File place) {
    try {
      return place.toURI().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalArgumentException(place.getPath(), impossible);
    }
  }
}
