/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/** What every HTTP client and server extension shares: what was asked, of whom, with what right. */
@NullMarked
package io.executoraccounting.http;

import org.jspecify.annotations.NullMarked;
