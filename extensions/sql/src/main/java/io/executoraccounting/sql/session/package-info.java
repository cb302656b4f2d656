/**
 * Under whose rights a database session works: its login, and what was put on over it since. Knows
 * names and transactions, and no text.
 */
@NullMarked
package io.executoraccounting.sql.session;

import org.jspecify.annotations.NullMarked;
