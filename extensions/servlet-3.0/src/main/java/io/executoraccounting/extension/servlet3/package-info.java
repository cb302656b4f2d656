/** Requests that a servlet container handles. */
@NullMarked
package io.executoraccounting.extension.servlet3;

import org.jspecify.annotations.NullMarked;
