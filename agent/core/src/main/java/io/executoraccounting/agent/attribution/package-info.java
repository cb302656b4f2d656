/** Joins what a call presented with what its thread carried into one accounting record. */
@NullMarked
package io.executoraccounting.agent.attribution;

import org.jspecify.annotations.NullMarked;
