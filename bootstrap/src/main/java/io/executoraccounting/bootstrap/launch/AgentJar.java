/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.launch;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The jar that the agent was started from. */
final class AgentJar {
  private static final String AGENT =
      "io/executoraccounting/bootstrap/isolated/io/executoraccounting/agent/premain/AgentStart"
          + ".classdata";

  private AgentJar() {}

  static File locate() throws IOException, URISyntaxException {
    CodeSource source = AgentJar.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IOException("the agent's classes do not come from its jar");
    }
    // Not File(url.getPath()): the path of a URL is escaped.
    File file = new File(new URI(source.getLocation().toString()));
    return holdsAgent(file) ? file : onClassPath();
  }

  /** Where the application has the API on its class path, these classes come from there. */
  private static File onClassPath() throws IOException, URISyntaxException {
    URL agent = ClassLoader.getSystemResource(AGENT);
    if (agent == null) {
      throw new IOException("the agent's jar is not on the class path");
    }
    String location = agent.toString();
    return new File(new URI(location.substring("jar:".length(), location.lastIndexOf("!/"))));
  }

  private static boolean holdsAgent(File file) throws IOException {
    if (!file.isFile()) {
      return false;
    }
    try (JarFile jar = new JarFile(file, false)) {
      return jar.getEntry(AGENT) != null;
    }
  }

  static String version(JarFile jar) throws IOException {
    Manifest manifest = jar.getManifest();
    String version =
        manifest == null
            ? null
            : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    return version == null ? "unknown" : version;
  }
}
