/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.sync;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Copies customers from another company's service into the database, again and again. */
public final class SyncProgram {
  private SyncProgram() {}

  /** Ends when its standard input does. */
  public static void main(String[] args) throws Exception {
    Map<String, String> environment = System.getenv();
    TokenClient tokens =
        new TokenClient(
            URI.create(environment.get("TOKEN_URL")),
            List.of(
                new TokenClient.Account("data-sync", environment.get("DATA_SYNC_SECRET")),
                new TokenClient.Account(
                    "data-sync-backup", environment.get("DATA_SYNC_BACKUP_SECRET"))));
    Sync sync =
        new Sync(
            tokens,
            URI.create(environment.get("SOURCE_URL")),
            environment.get("DB_URL"),
            environment.get("DB_PASSWORD"));
    ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();
    schedule.scheduleWithFixedDelay(sync::run, 0, 500, TimeUnit.MILLISECONDS);
    while (System.in.read() >= 0) {
      // Whoever started it closes the stream.
    }
    schedule.shutdown();
    schedule.awaitTermination(10, TimeUnit.SECONDS);
  }
}
