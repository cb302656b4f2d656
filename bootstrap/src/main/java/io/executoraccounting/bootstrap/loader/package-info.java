/** The agent's session and its isolated class loader; both live in the boot loader. */
@NullMarked
package io.executoraccounting.bootstrap.loader;

import org.jspecify.annotations.NullMarked;
