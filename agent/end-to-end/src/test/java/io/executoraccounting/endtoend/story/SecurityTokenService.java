/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** AWS STS on the wire: a form is asked, XML answers (API version 2011-06-15). */
final class SecurityTokenService {
  private SecurityTokenService() {}

  static void handle(HttpExchange exchange) throws IOException {
    Map<String, String> form = form(exchange);
    String action = form.get("Action");
    boolean webIdentity = action.equals("AssumeRoleWithWebIdentity");
    boolean proven =
        webIdentity
            ? form.containsKey("WebIdentityToken")
            : exchange.getRequestHeaders().containsKey("X-Amz-Security-Token");
    StandIn.answer(
        exchange,
        proven ? 200 : 403,
        Map.of("Content-Type", "text/xml"),
        response(action, result(form, webIdentity)));
  }

  private static String result(Map<String, String> form, boolean webIdentity) {
    String[] role = form.get("RoleArn").split(":|/");
    String session = form.get("RoleSessionName");
    return element(
            "Credentials",
            element("AccessKeyId", webIdentity ? Keys.DEPLOYER_ID : Keys.RELEASER_ID)
                + element("SecretAccessKey", Secret.AWS_SECRET_KEY.text())
                + element("SessionToken", Secret.AWS_SESSION_TOKEN.text())
                + element(
                    "Expiration",
                    Instant.now()
                        .plus(1, ChronoUnit.HOURS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()))
        + element(
            "AssumedRoleUser",
            element("AssumedRoleId", "AROACLKWSDQRAOEXAMPLE:" + session)
                + element(
                    "Arn", "arn:aws:sts::" + role[4] + ":assumed-role/" + role[6] + "/" + session))
        + element("PackedPolicySize", "6");
  }

  private static String response(String action, String result) {
    return "<"
        + action
        + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
        + element(action + "Result", result)
        + element("ResponseMetadata", element("RequestId", "c6104cbe-af31-11e0-8154-cbc7ccf896c7"))
        + "</"
        + action
        + "Response>";
  }

  private static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    Map<String, String> fields = new HashMap<>();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String field : body.split("&")) {
      String[] pair = field.split("=", 2);
      fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  /** Public ids: the account is encoded in them, 123456789012 and 210987654321. */
  static final class Keys {
    static final String DEPLOYER_ID = accessKeyId("123456789012");
    static final String RELEASER_ID = accessKeyId("210987654321");

    private Keys() {}

    private static String accessKeyId(String account) {
      String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
      // Ten characters of five bits; the account stands in bits 7 to 46 of the first 48.
      long bits = (1L << 47 | Long.parseLong(account) << 7) << 2;
      StringBuilder id = new StringBuilder("ASIA");
      for (int shift = 45; shift >= 0; shift -= 5) {
        id.append(alphabet.charAt((int) (bits >>> shift) & 31));
      }
      return id.append("XMPL2A").toString();
    }
  }
}
