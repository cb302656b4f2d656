/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/** What this JVM saw given out: which credential came of which. */
@NullMarked
package io.executoraccounting.agent.identity.grant;

import org.jspecify.annotations.NullMarked;
