/**
 * What extensions of SQL databases share: from the text of a statement to what it reaches. Nothing
 * of a literal, a bind value or a comment survives the reading.
 */
@NullMarked
package io.executoraccounting.sql;

import org.jspecify.annotations.NullMarked;
