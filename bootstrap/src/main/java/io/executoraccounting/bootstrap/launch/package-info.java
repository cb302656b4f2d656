/**
 * The first lines of the agent that run, in the application's class loader: they decide whether the
 * agent starts, bring bootstrap's classes into the boot loader and hand over to the session there.
 */
@NullMarked
package io.executoraccounting.bootstrap.launch;

import org.jspecify.annotations.NullMarked;
