/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlScannerTest {
  private final ToldFields fields = new ToldFields();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<r><a>1</a><b> 2 </b></r> | r/a=1 r/b=2",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><r><a>1</a></r> | r/a=1",
        "<r xmlns=\"https://x/\"><n:a n:b='>'>1</n:a></r> | r/a=1",
        "<r><!-- <a>0</a> -- - > --><a>1</a></r> | r/a=1",
        "<r><a/><b x='/'/><c>1</c></r> | r/a= r/b= r/c=1",
        "<r><a>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;</a></r> | r/a=<>&\"'AB",
        "<r><a>1<b>2</b>3</a></r> | a/b=2",
        "<r><x>1</x><a>2</a></r> | r/a=2",
        "<r><a>123456789012345678901</a></r> | r/a...",
        "<r><a\t>1</a ></r>trailing | r/a=1",
        "<r><?a > <b>0</b> ?><a>1</a></r> | r/a=1",
        "<r><!-- -> <b>0</b> --><a>1</a></r> | r/a=1",
        "<r><!-- --x> <b>0</b> --><a>1</a></r> | r/a=1",
        "<r><x>1<y/>2</x><a>1</a></r> | x/y= r/a=1"
      })
  void fieldsAreTold(String xml, String told) throws Exception {
    assertThat(fields.of(new XmlScanner(fields), xml)).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE r [<!ENTITY e \"v\">]><r/>",
        "<r><![CDATA[1]]></r>",
        "<!-x--><r/>",
        "<r>&unknown;</r>",
        "<r>&#;</r>",
        "<r>&#x110000;</r>",
        "<r>&tooLongToBeOne;</r>",
        "</r>",
        "<r><a>1</a>",
        "<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a></a></a></a></a></a></a></a></a></a></a>"
            + "</a></a></a></a></a></a></a>"
      })
  void whatIsNotReadOnIsRefused(String xml) {
    assertThatThrownBy(() -> fields.of(new XmlScanner(fields), xml))
        .isInstanceOf(IOException.class);
  }

  @Test
  void documentShowsItsOwnEnd() throws Exception {
    XmlScanner scanner = new XmlScanner(fields);
    byte[] xml = "<r><a>1</a></r>".getBytes();

    scanner.scan(xml, 0, xml.length - 1);
    assertThat(scanner.isComplete()).isFalse();
    scanner.scan(xml, xml.length - 1, 1);
    assertThat(scanner.isComplete()).isTrue();
  }
}
