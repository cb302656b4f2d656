/** Turns credentials into facts that may be told, and says who this process is. */
@NullMarked
package io.executoraccounting.agent.identity;

import org.jspecify.annotations.NullMarked;
