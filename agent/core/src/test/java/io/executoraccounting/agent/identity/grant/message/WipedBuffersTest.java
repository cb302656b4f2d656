/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.grant.ObjectGraph;
import org.junit.jupiter.api.Test;

/** What was being read is not left behind in a buffer. */
class WipedBuffersTest {
  private static final String CANARY = "QcAnArY7xK2pW9";

  private final ToldFields fields = new ToldFields();

  private static void scan(MessageScanner scanner, byte[] message) throws Exception {
    scanner.scan(message, 0, message.length);
  }

  private static String closed(MessageScanner scanner) throws Exception {
    scanner.close();
    return ObjectGraph.textsOf(scanner);
  }

  @Test
  void valueIsWipedOnceItIsTaken() throws Exception {
    ValueBuffer buffer = new ValueBuffer();
    buffer.begin(64);
    for (byte b : CANARY.getBytes(UTF_8)) {
      buffer.add(b);
    }

    assertThat(ObjectGraph.textsOf(buffer)).contains(CANARY);
    assertThat(buffer.take()).isEqualTo(CANARY);
    assertThat(ObjectGraph.textsOf(buffer)).doesNotContain("Qc");
  }

  @Test
  void valueThatIsTooLongIsWipedAtOnce() throws Exception {
    ValueBuffer buffer = new ValueBuffer();
    buffer.begin(CANARY.length() - 1);
    for (byte b : CANARY.getBytes(UTF_8)) {
      buffer.add(b);
    }

    assertThat(buffer.isOverlong()).isTrue();
    assertThat(ObjectGraph.textsOf(buffer)).doesNotContain("Qc");
  }

  @Test
  void formThatIsLeftIsWiped() throws Exception {
    FormScanner scanner = new FormScanner(fields);
    scan(scanner, ("a=" + CANARY).getBytes(UTF_8));

    assertThat(closed(scanner)).doesNotContain("Qc");
  }

  @Test
  void xmlThatIsLeftIsWiped() throws Exception {
    ResponseScanner scanner = new ResponseScanner(fields);
    scan(scanner, ("<r><a>" + CANARY).getBytes(UTF_8));

    assertThat(closed(scanner)).doesNotContain("Qc");
  }

  @Test
  void nameInXmlThatIsLeftIsWiped() throws Exception {
    XmlScanner scanner = new XmlScanner(fields);
    scan(scanner, ("<r><" + CANARY).getBytes(UTF_8));

    assertThat(closed(scanner)).doesNotContain("Qc");
  }

  @Test
  void compressedBodyThatIsLeftIsWiped() throws Exception {
    ResponseScanner scanner = new ResponseScanner(fields);
    scan(scanner, GzipScannerTest.gzip(("<r><a>" + CANARY).getBytes(UTF_8)));

    assertThat(closed(scanner)).doesNotContain("Qc");
  }
}
