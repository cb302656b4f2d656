/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/** The four stories with real components, and what a responder asks of their records. */
@NullMarked
package io.executoraccounting.endtoend.story;

import org.jspecify.annotations.NullMarked;
