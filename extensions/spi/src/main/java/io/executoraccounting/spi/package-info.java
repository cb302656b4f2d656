/**
 * What an author of an extension implements and calls: weave points, and the neutral nouns that
 * readers state.
 */
@NullMarked
package io.executoraccounting.spi;

import org.jspecify.annotations.NullMarked;
