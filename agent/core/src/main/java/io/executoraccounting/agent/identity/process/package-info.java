/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Finds out which workload this process is, from its environment and from files alone: no metadata
 * service, no socket and no name service is asked. For the agent's own thread.
 */
@NullMarked
package io.executoraccounting.agent.identity.process;

import org.jspecify.annotations.NullMarked;
