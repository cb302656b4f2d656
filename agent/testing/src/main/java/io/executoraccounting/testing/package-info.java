/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/** What an extension's tests need: the real weaving, and an agent that shows what it was told. */
@NullMarked
package io.executoraccounting.testing;

import org.jspecify.annotations.NullMarked;
