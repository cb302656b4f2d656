/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test of this class fails when a call that was made while it ran breaks one of the rules under
 * {@code executor.policy}. The rules are those of the agent's configuration: the file that {@code
 * -javaagent:executor-accounting-agent.jar=FILE} or the system property {@code executor.config}
 * names.
 *
 * <p>Test methods may have a parameter of type {@link AccountedCalls}. Of the classes with this
 * annotation no two tests run at the same time; calls of other tests that do would count as well.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(AccountedCallsExtension.class)
@ResourceLock("io.executoraccounting.records")
public @interface ExecutorAccountingTest {}
