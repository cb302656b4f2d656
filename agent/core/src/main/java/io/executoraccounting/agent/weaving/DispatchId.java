/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the parameter of a template that becomes the id of the handler. */
@Retention(RetentionPolicy.RUNTIME)
@interface DispatchId {}
