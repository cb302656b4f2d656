/** Whom Spring Security authenticated. */
@NullMarked
package io.executoraccounting.extension.springsecurity;

import org.jspecify.annotations.NullMarked;
