/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.util.BitSet;
import java.util.List;

/** Which numbers of a process's records arrived, and which it says were dropped. */
public record SequenceNumbers(BitSet exportedNumbers, BitSet droppedNumbers) {
  /** A number that arrives twice is a fault as well. */
  public static SequenceNumbers of(List<ReceivedSpan> spans) {
    BitSet exported = new BitSet();
    BitSet dropped = new BitSet();
    for (ReceivedSpan span : spans) {
      if (span.sequence() != null) {
        once(exported, span.sequence().intValue());
      } else if (span.integer("executor.record.dropped") != null) {
        int last = span.integer("executor.record.dropped.last_sequence").intValue();
        for (int n = span.integer("executor.record.dropped.first_sequence").intValue();
            n <= last;
            n++) {
          once(dropped, n);
        }
      }
    }
    return new SequenceNumbers(exported, dropped);
  }

  public int exported() {
    return exportedNumbers.cardinality();
  }

  public int dropped() {
    return droppedNumbers.cardinality();
  }

  /** The holes that nobody explains: from 1 to the highest number seen. */
  public List<Integer> unaccounted() {
    BitSet missing = new BitSet();
    missing.set(1, Math.max(exportedNumbers.length(), droppedNumbers.length()));
    missing.andNot(exportedNumbers);
    missing.andNot(droppedNumbers);
    return missing.stream().boxed().toList();
  }

  private static void once(BitSet numbers, int number) {
    if (numbers.get(number)) {
      throw new AssertionError("number " + number + " is there twice");
    }
    numbers.set(number);
  }
}
