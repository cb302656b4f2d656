/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.attribution.Attribution;
import io.executoraccounting.agent.attribution.ChainHop;
import io.executoraccounting.spi.Gap;
import io.opentelemetry.api.common.AttributeKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes a chain as columns of equal length, a long one by its first hop and its last seven. */
final class ChainEncoder {
  static final int MAX_HOPS = 8;

  private static final List<AttributeKey<List<String>>> COLUMNS =
      Arrays.asList(
          ExecutorKeys.CHAIN_IDS,
          ExecutorKeys.CHAIN_TYPES,
          ExecutorKeys.CHAIN_VIA,
          ExecutorKeys.CHAIN_FINGERPRINTS);

  private final Attribution attribution;

  ChainEncoder(Attribution attribution) {
    this.attribution = attribution;
  }

  void encode(List<ChainHop> chain, AttributeSheet sheet) {
    if (chain.isEmpty()) {
      return;
    }
    sheet.text(ExecutorKeys.CHAIN_DIGEST, attribution.chainDigest(chain));
    List<List<String>> columns = Arrays.asList(column(), column(), column(), column());
    int skipped = chain.size() - MAX_HOPS;
    for (int i = 0; i < chain.size(); i++) {
      if (i == 0 || i > skipped) {
        ChainHop hop = chain.get(i);
        String fingerprint = hop.fingerprint();
        columns.get(0).add(hop.id());
        columns.get(1).add(hop.type().value());
        columns.get(2).add(hop.via().value());
        columns.get(3).add(fingerprint == null ? "" : fingerprint);
      }
    }
    if (skipped > 0) {
      sheet.gap(Gap.CHAIN_TRUNCATED);
    }
    sheet.table(COLUMNS, columns);
  }

  private static List<String> column() {
    return new ArrayList<>(MAX_HOPS);
  }
}
