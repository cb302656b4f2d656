/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.spi.WeavePoint;

/** A weave point and the extension it belongs to. */
final class WovenPoint {
  final LoadedExtension extension;
  final WeavePoint point;

  WovenPoint(LoadedExtension extension, WeavePoint point) {
    this.extension = extension;
    this.point = point;
  }
}
