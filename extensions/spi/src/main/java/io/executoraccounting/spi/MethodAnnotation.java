/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@code String} parameter of a handler: it gets what an annotation on the woven method says,
 * or an empty string where there is no such annotation. Read from the class file when the method is
 * woven, so a handler need not reflect, which would load the types of every signature.
 *
 * <p>Not for class files older than version 51.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface MethodAnnotation {
  /** The annotation's binary name. */
  String type();

  /** Which of its text members. */
  String member();
}
