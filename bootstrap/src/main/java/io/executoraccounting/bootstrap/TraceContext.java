/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * A W3C trace context: trace id, span id and flags. Immutable. Source: W3C Trace Context Level 1,
 * section 3.2.
 */
public final class TraceContext {
  private final long traceIdHigh;
  private final long traceIdLow;
  private final long spanId;
  private final byte flags;

  public TraceContext(long traceIdHigh, long traceIdLow, long spanId, byte flags) {
    this.traceIdHigh = traceIdHigh;
    this.traceIdLow = traceIdLow;
    this.spanId = spanId;
    this.flags = flags;
  }

  /**
   * Reads a {@code traceparent} header; null if it is absent, malformed or all zero. Never throws.
   */
  public static @Nullable TraceContext parse(@Nullable String traceparent) {
    if (traceparent == null || traceparent.length() < 55) {
      return null;
    }
    boolean plain = traceparent.length() == 55;
    boolean newer = !plain && traceparent.charAt(55) == '-' && !traceparent.startsWith("00");
    if ((!plain && !newer) || traceparent.startsWith("ff")) {
      return null;
    }
    if (traceparent.charAt(2) != '-'
        || traceparent.charAt(35) != '-'
        || traceparent.charAt(52) != '-'
        || !isHex(traceparent, 0, 2)
        || !isHex(traceparent, 3, 35)
        || !isHex(traceparent, 36, 52)
        || !isHex(traceparent, 53, 55)) {
      return null;
    }
    long high = hex(traceparent, 3, 19);
    long low = hex(traceparent, 19, 35);
    long span = hex(traceparent, 36, 52);
    if ((high | low) == 0 || span == 0) {
      return null;
    }
    return new TraceContext(high, low, span, (byte) hex(traceparent, 53, 55));
  }

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return true;
  }

  private static long hex(String text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = value << 4 | Character.digit(text.charAt(i), 16);
    }
    return value;
  }

  /** The same trace, seen from another span of it. */
  public TraceContext withSpanId(long spanId) {
    return new TraceContext(traceIdHigh, traceIdLow, spanId, flags);
  }

  public boolean sameTrace(TraceContext other) {
    return traceIdHigh == other.traceIdHigh && traceIdLow == other.traceIdLow;
  }

  public long traceIdHigh() {
    return traceIdHigh;
  }

  public long traceIdLow() {
    return traceIdLow;
  }

  public long spanId() {
    return spanId;
  }

  public byte flags() {
    return flags;
  }
}
