/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/** Methods that are an AI agent's turn or tool, by annotation or by configuration. */
@NullMarked
package io.executoraccounting.extension.agententrypoint;

import org.jspecify.annotations.NullMarked;
