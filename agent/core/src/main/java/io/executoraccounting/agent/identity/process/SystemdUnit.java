/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Verification;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The systemd service that this process is part of, by its control group (systemd.unit(5),
 * cgroups(7)); containers and login sessions are scopes, which name nobody.
 */
final class SystemdUnit implements IdentitySource {
  private static final String SERVICE = ".service";

  /** What runs in these is somebody else's. */
  private static final Set<String> HOSTS =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  "cron.service",
                  "crond.service",
                  "atd.service",
                  "docker.service",
                  "containerd.service",
                  "sshd.service",
                  "ssh.service")));

  @Override
  public @Nullable ProcessIdentity identify(ProcessSurroundings surroundings) {
    String invocation = surroundings.text("INVOCATION_ID");
    if (invocation == null || invocation.length() != 32) {
      return null;
    }
    try (SmallFile groups = SmallFile.read(surroundings.file("proc/self/cgroup"))) {
      String unit = groups == null ? null : unit(groups.ascii());
      return unit == null || !ProcessSurroundings.isPlain(unit)
          ? null
          : surroundings.identity(
              ExecutorIdentity.of("systemd:" + unit, IdentityType.WORKLOAD)
                  .withSessionId(asUuid(invocation)),
              "systemd_cgroup",
              Verification.INFERRED);
    }
  }

  /** Lines are {@code id:controllers:path}; systemd's own hierarchy is the first that names it. */
  private static @Nullable String unit(String groups) {
    for (String line : groups.split("\n", -1)) {
      int path = line.indexOf(":/");
      boolean systemd = line.startsWith("0::") || line.contains(":name=systemd:");
      String unit = path < 0 || !systemd ? null : unitOf(line.substring(path + 1));
      if (unit != null) {
        return unit;
      }
    }
    return null;
  }

  private static @Nullable String unitOf(String path) {
    String user = null;
    String unit = null;
    for (String part : path.split("/", -1)) {
      if (part.startsWith("user@") && part.endsWith(SERVICE)) {
        user = part;
      } else if (part.endsWith(".scope")) {
        return null;
      } else if (part.endsWith(SERVICE)) {
        unit = part;
      }
    }
    if (unit == null || HOSTS.contains(unit) || isTransient(unit)) {
      return null;
    }
    return user == null ? unit : user + "/" + unit;
  }

  /** As other ids of 128 bits are written; the journal has it without hyphens. */
  private static String asUuid(String hex) {
    return hex.substring(0, 8)
        + "-"
        + hex.substring(8, 12)
        + "-"
        + hex.substring(12, 16)
        + "-"
        + hex.substring(16, 20)
        + "-"
        + hex.substring(20);
  }

  /** systemd-run makes a new name for each run. */
  private static boolean isTransient(String unit) {
    return unit.startsWith("run-");
  }
}
