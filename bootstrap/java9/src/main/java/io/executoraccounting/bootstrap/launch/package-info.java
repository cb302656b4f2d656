/** The launcher's part that Java 8 cannot load. */
@NullMarked
package io.executoraccounting.bootstrap.launch;

import org.jspecify.annotations.NullMarked;
