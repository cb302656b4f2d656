/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Identity regression tests: a JUnit extension under which a test fails when a call it made breaks
 * a rule of the policy. Needs the agent in the test's JVM, and attaches it where it is not.
 */
@NullMarked
package io.executoraccounting.junit;

import org.jspecify.annotations.NullMarked;
