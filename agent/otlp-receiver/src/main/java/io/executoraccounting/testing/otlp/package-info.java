/** A real OTLP backend for tests, and how what it received is read. */
@NullMarked
package io.executoraccounting.testing.otlp;

import org.jspecify.annotations.NullMarked;
