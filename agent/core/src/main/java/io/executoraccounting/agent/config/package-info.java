/**
 * The agent's configuration: what each key means, where values come from, and what the rest of the
 * agent asks. Runs in premain, so it stays away from regular expressions, lambdas, formatters and
 * file systems of {@code java.nio}: each of them would slow the start of every application.
 */
@NullMarked
package io.executoraccounting.agent.config;

import org.jspecify.annotations.NullMarked;
