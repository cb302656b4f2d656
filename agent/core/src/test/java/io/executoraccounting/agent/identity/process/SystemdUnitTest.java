/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.ProcessIdentity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemdUnitTest {
  private static final String INVOCATION = "5a2e8f60c0de4b1d9c7f0123456789ab";

  @TempDir Path root;

  private ProcessIdentity in(String groups) throws Exception {
    Surroundings surroundings = new Surroundings(root).with("INVOCATION_ID", INVOCATION);
    surroundings.file("proc/self/cgroup", groups.replace(' ', '\n') + "\n");
    return surroundings.identity();
  }

  @ParameterizedTest
  @CsvSource({
    "0::/system.slice/shop.service, systemd:shop.service",
    "0::/system.slice/system-worker.slice/worker@3.service, systemd:worker@3.service",
    "0::/system.slice/shop.service/jvm, systemd:shop.service",
    "0::/user.slice/user-1000.slice/user@1000.service/app.slice/shop.service,"
        + " systemd:user@1000.service/shop.service",
    "12:pids:/system.slice/other.service 1:name=systemd:/system.slice/shop.service,"
        + " systemd:shop.service",
    "1:name=systemd:/system.slice/shop.service 0::/system.slice/shop.service,"
        + " systemd:shop.service",
  })
  void serviceIsNamedByItsControlGroup(String groups, String id) throws Exception {
    assertThat(in(groups).identity().id()).isEqualTo(id);
    assertThat(in(groups).source()).isEqualTo("systemd_cgroup");
  }

  @Test
  void sessionIsTheInvocation() throws Exception {
    assertThat(in("0::/system.slice/shop.service").identity().sessionId())
        .isEqualTo("5a2e8f60-c0de-4b1d-9c7f-0123456789ab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0::/",
        "0::/user.slice/user-1000.slice/session-3.scope",
        "0::/user.slice/user-1000.slice/user@1000.service/init.scope",
        "0::/user.slice/user-1000.slice/user@1000.service/app.slice/app-term.slice/vte-1.scope",
        "0::/system.slice/docker-2b1f.scope",
        "0::/kubepods.slice/kubepods-burstable.slice/cri-containerd-2b1f.scope",
        "1:name=systemd:/docker/2b1f",
        "12:pids:/system.slice/shop.service",
        "0::/system.slice/cron.service",
        "0::/system.slice/run-r8f3a.service",
        "no colon here",
        "",
      })
  void whatNamesNoServiceOfItsOwnIsNoIdentity(String groups) throws Exception {
    assertThat(in(groups).source()).isEqualTo("os_user");
  }

  @Test
  void processThatSystemdDidNotInvokeIsNoUnit() throws Exception {
    Surroundings surroundings = new Surroundings(root);
    surroundings.file("proc/self/cgroup", "0::/system.slice/shop.service\n");

    assertThat(surroundings.identity().source()).isEqualTo("os_user");
  }
}
