/**
 * From what application threads have finished to what leaves the process: queue, encoding,
 * scrubber, sequence numbers and exporters. The only package that knows OpenTelemetry.
 */
@NullMarked
package io.executoraccounting.agent.telemetry;

import org.jspecify.annotations.NullMarked;
