/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Weaves what extensions ask for into the classes of the application and of the JDK, and takes it
 * back again. Nothing here may disturb the class it looks at: what fails leaves the class as it
 * was.
 */
@NullMarked
package io.executoraccounting.agent.weaving;

import org.jspecify.annotations.NullMarked;
