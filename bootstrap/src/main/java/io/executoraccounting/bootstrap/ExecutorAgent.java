/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as one turn of an AI agent: what it does, on this thread and where it hands work
 * on, was executed by that agent. Without the Java agent it has no effect.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ExecutorAgent {
  /** The agent's name; empty means the simple name of the class that declares the method. */
  String value() default "";

  /** The framework the agent is built with; empty means none. */
  String framework() default "";

  /** The tool that this method is, where it is one; empty means none. */
  String tool() default "";
}
