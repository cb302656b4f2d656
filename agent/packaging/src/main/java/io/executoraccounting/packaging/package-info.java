/** Folds the agent's modules and libraries into the one jar; runs in the build alone. */
@NullMarked
package io.executoraccounting.packaging;

import org.jspecify.annotations.NullMarked;
