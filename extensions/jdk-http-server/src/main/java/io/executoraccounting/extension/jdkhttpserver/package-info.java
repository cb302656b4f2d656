/** Requests that the JDK's own HTTP server ({@code com.sun.net.httpserver}) handles. */
@NullMarked
package io.executoraccounting.extension.jdkhttpserver;

import org.jspecify.annotations.NullMarked;
