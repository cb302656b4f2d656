/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/** The JDK's {@link java.net.HttpURLConnection}: one record for each request that it sends. */
@NullMarked
package io.executoraccounting.extension.httpurlconnection;

import org.jspecify.annotations.NullMarked;
