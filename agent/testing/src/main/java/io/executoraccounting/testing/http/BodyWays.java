/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import java.util.List;

/** All ways of one client. A class of it has a public constructor without parameters. */
@FunctionalInterface
public interface BodyWays {
  List<BodyWay> ways();
}
