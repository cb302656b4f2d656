/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/** Reads messages piece by piece as they pass, and keeps of them the one value being read. */
@NullMarked
package io.executoraccounting.agent.identity.grant.message;

import org.jspecify.annotations.NullMarked;
