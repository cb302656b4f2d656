/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.loader;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/**
 * URLs of the agent's resources. Each URL carries this handler, so that neither the JVM's table of
 * protocols nor its cache of opened jars, both of which the application uses too, is touched.
 */
final class AgentResources extends URLStreamHandler {
  private final AgentClassLoader loader;

  AgentResources(AgentClassLoader loader) {
    this.loader = loader;
  }

  URL url(String name) {
    try {
      return new URL(null, "executor-accounting:/" + name, this);
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  @Override
  protected URLConnection openConnection(URL url) {
    return new URLConnection(url) {
      @Override
      public void connect() {}

      @Override
      public InputStream getInputStream() throws IOException {
        byte[] bytes = loader.read(url.getPath().substring(1));
        if (bytes == null) {
          throw new FileNotFoundException(url.toString());
        }
        return new ByteArrayInputStream(bytes);
      }
    };
  }
}
