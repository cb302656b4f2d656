/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * What was expected of records, and which of them break that. Runs on the pipeline's thread;
 * nothing is ever blocked.
 */
@NullMarked
package io.executoraccounting.agent.policy;

import org.jspecify.annotations.NullMarked;
