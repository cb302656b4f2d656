/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * What every HTTP client's extension is tried against: one contract, and a server of raw sockets.
 */
@NullMarked
package io.executoraccounting.testing.http;

import org.jspecify.annotations.NullMarked;
