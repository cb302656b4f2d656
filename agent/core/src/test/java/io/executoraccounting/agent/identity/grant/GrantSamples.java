/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static io.executoraccounting.agent.identity.grant.Issuing.form;
import static io.executoraccounting.agent.identity.grant.Issuing.jwt;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.executoraccounting.spi.CredentialUse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** One exchange of each protocol and representation. */
record GrantSamples(
    String url, String mediaType, byte[] request, byte[] response, CredentialUse issued) {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json; charset=utf-8";
  private static final String TOKEN = "a\u00e4\u20ac\ud83d\ude00z/+=";

  static List<GrantSamples> all() {
    String user = jwt("{'iss':'https://as','sub':'alice','azp':'web','scope':'t'}");
    String issued = jwt("{'iss':'https://as','sub':'alice','act':{'sub':'bot'}}");
    String exchange =
        form(
            "grant_type=urn:ietf:params:oauth:grant-type:token-exchange",
            "subject_token=" + user,
            "scope=a b",
            "client_id=d\u00e9sk",
            "client_secret=s");
    String answer =
        "{\"scope\":\"a\",\"x\":[1,{\"access_token\":2}],\"access_token\":\"@\",\"expires_in\":60,"
            + "\"token_type\":\"Bearer\"}";
    return List.of(
        oauth(exchange, answer.replace("@", issued).getBytes(UTF_8), issued),
        oauth(exchange, answer.replace("@", TOKEN).getBytes(UTF_8), TOKEN),
        oauth(
            exchange,
            answer.replace("@", "a\\u00e4\\u20ac\\ud83d\\ude00z\\/+=").getBytes(UTF_8),
            TOKEN),
        oauth(exchange, gzip(answer.replace("@", TOKEN)), TOKEN),
        new GrantSamples(
            "https://t.auth0.com/oauth/token",
            JSON,
            "{\"grant_type\":\"client_credentials\",\"client_id\":\"a\",\"client_secret\":\"b\"}"
                .getBytes(UTF_8),
            "{\"access_token\":\"opaque\"}".getBytes(UTF_8),
            Issuing.bearer("opaque")),
        new GrantSamples(
            "https://sts.amazonaws.com/",
            FORM,
            form(
                    "Action=AssumeRoleWithWebIdentity",
                    "WebIdentityToken=" + user,
                    "RoleArn=arn:aws:iam::123456789012:role/demo")
                .getBytes(UTF_8),
            StsSamples.WITH_WEB_IDENTITY.replace("amzn1", "&lt;&#x20ac;&amp;").getBytes(UTF_8),
            Issuing.signed(StsSamples.KEY)),
        new GrantSamples(
            "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/"
                + "a@p.iam.gserviceaccount.com:generateAccessToken",
            JSON,
            "{\"scope\":[\"https://s/a\",\"https://s/b\"],\"delegates\":[]}".getBytes(UTF_8),
            "{\"accessToken\":\"ya29.x\",\"expireTime\":\"2030-01-01T00:00:00Z\"}".getBytes(UTF_8),
            Issuing.bearer("ya29.x")));
  }

  private static GrantSamples oauth(String form, byte[] response, String issued) {
    return new GrantSamples(
        "https://as.example.com/token",
        FORM,
        form.getBytes(UTF_8),
        response,
        Issuing.READER.fromToken(issued, io.executoraccounting.spi.CredentialKind.JWT));
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  Issuing issuing() {
    return new Issuing()
        .at("2014-10-24T00:00:00Z")
        .withoutHeaders()
        .header("Content-Type", mediaType)
        .to(url);
  }

  /** Everything that is known afterwards. */
  String learned(Issuing issuing) throws IllegalAccessException {
    return ObjectGraph.textsOf(issuing.grants.grantOf(issued));
  }
}
