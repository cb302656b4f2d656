/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/** Carries the frames of a thread to the tasks it hands over, through the JDK's own classes. */
@NullMarked
package io.executoraccounting.extension.taskexecutor;

import org.jspecify.annotations.NullMarked;
