/** Programs that the tests attach the agent to; they know nothing of it and use the JDK alone. */
@NullMarked
package io.executoraccounting.endtoend.program;

import org.jspecify.annotations.NullMarked;
