/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Checks signatures of tokens with the keys of their issuers, which are fetched and kept fresh on a
 * thread of the agent's. Nothing of it is loaded where no issuer is configured.
 */
@NullMarked
package io.executoraccounting.agent.verification;

import org.jspecify.annotations.NullMarked;
