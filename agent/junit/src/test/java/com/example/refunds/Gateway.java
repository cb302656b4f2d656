/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.refunds;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.executoraccounting.bootstrap.ExecutorAccounting;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.junit.ExecutorAccountingTest;
import java.util.Base64;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Tests each of which breaks rules. */
@ExecutorAccountingTest
@TestMethodOrder(MethodName.class)
class Gateway {
  private static final String OF_A_PERSON =
      jwt(
          "{'iss':'https://as.test.example','sub':'alice','client_id':'web','scope':'refunds',"
              + "'exp':1700000000}");
  private static final String OF_A_PROGRAM =
      jwt("{'iss':'https://as.prod.example','sub':'billing','client_id':'billing'}");

  @Test
  void aSendsOnTheTokenOfAPerson() throws Exception {
    try (RefundService service = new RefundService();
        RefundService gateway = service.behindGateway()) {
      gateway.get("/refunds", OF_A_PERSON);
    }
  }

  @Test
  void bSharesATokenBetweenAgents() throws Exception {
    try (RefundService service = new RefundService()) {
      for (String agent : new String[] {"refund-bot", "support-bot"}) {
        ExecutorAccounting.callAs(
            ExecutorIdentity.agent(agent), () -> service.get("/tokens/shared", OF_A_PROGRAM));
      }
    }
  }

  @Test
  void cUsesATokenThatTellsNothing() throws Exception {
    try (RefundService service = new RefundService()) {
      service.get("/tokens/opaque", RefundService.OPAQUE);
    }
  }

  private static String jwt(String payload) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8))
        + '.'
        + encoder.encodeToString(payload.replace('\'', '"').getBytes(UTF_8))
        + ".c2lnbmF0dXJl";
  }
}
