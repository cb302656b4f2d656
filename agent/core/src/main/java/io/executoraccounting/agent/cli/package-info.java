/** The command line, which looks for JVMs and brings the agent into them and out again. */
@NullMarked
package io.executoraccounting.agent.cli;

import org.jspecify.annotations.NullMarked;
