/** Names the HikariCP pool that has a database connection opened. */
@NullMarked
package io.executoraccounting.extension.hikaricp;

import org.jspecify.annotations.NullMarked;
