/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.executoraccounting.spi.WeakIdentityMap;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  @Test
  void forgetsWhatHandlersRememberedOfCollectedObjects(@TempDir Path directory) throws Exception {
    WeakIdentityMap<Object, String> remembered = new WeakIdentityMap<>();
    Object kept = new Object();
    remembered.put(kept, "kept");
    for (int i = 0; i < 1_000; i++) {
      remembered.put(new Object(), "dropped");
    }
    try (TestPipeline pipeline =
        TestPipeline.start(call -> null, directory, "executor.exporter=none")) {
      await()
          .until(
              () -> {
                System.gc();
                return remembered.size() == 1;
              });
    }
    assertThat(remembered.get(kept)).isEqualTo("kept");
  }
}
