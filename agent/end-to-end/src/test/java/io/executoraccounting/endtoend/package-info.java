/** The built jar, attached to programs that know nothing of it, in JVMs of their own. */
@NullMarked
package io.executoraccounting.endtoend;

import org.jspecify.annotations.NullMarked;
