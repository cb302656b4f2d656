/** Extensions as nobody should write them; the tests build jars of them. */
@NullMarked
package io.executoraccounting.endtoend.badextension;

import org.jspecify.annotations.NullMarked;
