/** The agent's start inside its own loader, its wiring and its end. */
@NullMarked
package io.executoraccounting.agent.premain;

import org.jspecify.annotations.NullMarked;
