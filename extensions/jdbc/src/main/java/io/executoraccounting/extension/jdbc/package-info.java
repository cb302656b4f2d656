/** Database calls through any JDBC driver, with the login of the physical connection. */
@NullMarked
package io.executoraccounting.extension.jdbc;

import org.jspecify.annotations.NullMarked;
