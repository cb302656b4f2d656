/**
 * The application-facing API, the thread's frame stack and the entries that woven classes call: the
 * only classes of the agent that an application can see.
 */
@NullMarked
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.NullMarked;
