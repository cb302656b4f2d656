/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/** The JDK's {@code java.net.http.HttpClient}: one record for each request that it sends. */
@NullMarked
package io.executoraccounting.extension.javahttpclient;

import org.jspecify.annotations.NullMarked;
