/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static io.executoraccounting.agent.identity.FuzzInput.authorization;
import static io.executoraccounting.agent.identity.FuzzInput.header;

import io.executoraccounting.agent.identity.FuzzInput.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Inputs of every shape that the readers know, whole, damaged, and of no shape at all. */
final class FuzzInputs {
  private static final String[] CLAIMS = {
    "iss",
    "sub",
    "aud",
    "exp",
    "jti",
    "uti",
    "txn",
    "tid",
    "cnf",
    "act",
    "actor",
    "principal",
    "scope",
    "scp",
    "purp",
    "roles",
    "groups",
    "entitlements",
    "authorization_details",
    "realm_access",
    "resource_access",
    "kubernetes.io",
    "client_id",
    "azp",
    "gty",
    "idtyp",
    "oid",
    "xms_mirid",
    "xms_act_fct",
    "xms_sub_fct",
    "xms_par_app_azp",
    "preferred_username",
    "email",
    "sub_profile",
    "job_workflow_ref",
    "run_id",
    "actor_id",
    "event_name",
    "ci_config_ref_uri",
    "project_path",
    "pipeline_id",
    "job_id",
    "user_id",
    "req_wl",
    "may_act",
    "nonce"
  };

  private static final String[] LEAVES = {
    "null",
    "true",
    "1",
    "-1.5e300",
    "1e400",
    "\"\"",
    "\"x\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "[]",
    "\"https://token.actions.githubusercontent.com\"",
    "\"https://sts.windows.net/t/\"",
    "\"https://accounts.google.com\"",
    "\"https://gitlab.example.com\"",
    "\"p\"",
    "\"app\"",
    "\"11\"",
    "\"spiffe://a/b\"",
    "\"project_path:p:\"",
    "\"gitlab.example.com/p//x\"",
    "\"sa@p.iam.gserviceaccount.com\"",
    "\"system:serviceaccount:a:b\"",
    "\"a b c\"",
    "\"/subscriptions/x\"",
    "\"type\"",
    "{\"type\":\"t\",\"actions\":[\"a\"],\"value\":\"v\"}",
    "\"" + "l".repeat(256) + "\"",
    "\"" + "l".repeat(257) + "\""
  };

  /** Where the secret stands in each of them, nothing of it may be told. */
  private static final List<Function<String, FuzzInput>> SECRET =
      List.of(
          secret -> authorization("Bearer " + secret),
          secret -> authorization("Bearer ghp_" + secret),
          secret -> authorization("token sk_live_" + secret),
          secret -> authorization("Bearer eyJ" + secret + ".x.y"),
          secret -> authorization("DPoP " + secret),
          secret -> authorization("Basic " + base64("user:" + secret)),
          secret -> authorization("Basic " + base64("hf_" + secret + ":")),
          secret -> authorization("Negotiate " + base64("NTLMSSP\0" + secret)),
          secret -> authorization("NTLM " + base64(secret)),
          secret -> authorization("Digest response=\"" + secret + "\""),
          secret -> authorization("SharedKey shop:" + secret),
          secret -> authorization("SharedAccessSignature sr=x&se=1&skn=k&sig=" + secret),
          secret -> authorization("GenieKey " + secret),
          secret -> authorization("ApiKey " + base64("VuaCfGcBCdbkQm-e5aOx:" + secret)),
          secret -> authorization("ApiKey " + base64(secret)),
          secret -> authorization("AWS4-HMAC-SHA256 " + scope() + ", Signature=" + secret),
          secret -> authorization("GOOG4-HMAC-SHA256 Credential=" + secret + "/x, Signature=y"),
          secret -> header("Txn-Token", secret),
          secret -> header("Workload-Identity-Token", secret),
          secret -> header("X-Api-Key", secret),
          secret -> header("X-Vault-Token", "hvs." + secret),
          secret -> header("JOB-TOKEN", "glcbt-" + secret),
          secret -> header("DD-API-KEY", secret),
          secret -> header("Cookie", "JSESSIONID=" + secret),
          secret -> new FuzzInput(Entry.QUERY, "q=" + secret + "&access_token=" + secret),
          secret -> new FuzzInput(Entry.QUERY, "sv=1&sr=b&sp=r&se=2026-11-24&sig=" + secret),
          secret -> new FuzzInput(Entry.QUERY, "X-Amz-" + scope() + "&X-Amz-Signature=" + secret),
          secret -> new FuzzInput(Entry.QUERY, "GoogleAccessId=a&Signature=" + secret),
          secret -> new FuzzInput(Entry.QUERY, "api_key=" + secret),
          secret -> new FuzzInput(Entry.TOKEN, secret),
          secret -> new FuzzInput(Entry.PASSWORD, secret),
          secret -> new FuzzInput(Entry.PASSWORD, "eyJ" + secret + "." + secret + ".x"),
          secret ->
              new FuzzInput(
                  Entry.PASSWORD,
                  "db:1/?Action=connect&X-Amz-" + scope() + "&X-Amz-Signature=" + secret),
          secret -> new FuzzInput(Entry.SASL, "PLAIN", "ghp_" + secret, "broker"));

  private FuzzInputs() {}

  /** Each with a secret in a place where secrets stand. */
  static Arbitrary<FuzzInput> secret(Arbitrary<String> secrets) {
    return Combinators.combine(Arbitraries.of(SECRET), secrets).as(Function::apply);
  }

  /** Tokens of any claims, whose signature and claims off the list are secret. */
  static Arbitrary<FuzzInput> tokens(Arbitrary<String> secrets) {
    return Combinators.combine(claims(), secrets, Arbitraries.of("Bearer ", "DPoP ", "Txn-Token"))
        .as(
            (claims, secret, scheme) -> {
              String separator = claims.equals("{") ? "" : ",";
              String json = claims + separator + "\"x-note\":{\"sub\":\"" + secret + "\"}}";
              String token = base64("{\"alg\":\"ES256\"}") + "." + base64(json) + "." + secret;
              return scheme.equals("Txn-Token")
                  ? header(scheme, token)
                  : authorization(scheme + token);
            });
  }

  /** Damaged in one place: cut, doubled, overwritten. */
  static Arbitrary<FuzzInput> damaged(Arbitrary<FuzzInput> whole) {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 10_000);
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "=",
                "&",
                "%",
                "%zz",
                ".",
                "..",
                ",",
                "/",
                ":",
                "\"",
                "{",
                "[[[[",
                "\0",
                "\ud800",
                "Credential=",
                "eyJ",
                "\u202e",
                "A".repeat(9000)),
            Arbitraries.strings().ofMaxLength(8));
    return Combinators.combine(whole, places, places, pieces)
        .as(
            (input, index, place, piece) -> {
              int changed = index % input.texts().length;
              String text = input.texts()[changed];
              int at = text.isEmpty() ? 0 : place % text.length();
              int resumes = Math.min(text.length(), at + index % 5);
              return input.with(changed, text.substring(0, at) + piece + text.substring(resumes));
            });
  }

  /** Of no shape. */
  static Arbitrary<FuzzInput> shapeless() {
    Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(300);
    Arbitrary<String> names =
        Arbitraries.of(
            "Authorization", "Txn-Token", "Workload-Identity-Token", "X-Api-Key", "Cookie");
    Arbitrary<Entry> entries =
        Arbitraries.of(Entry.QUERY, Entry.TOKEN, Entry.PASSWORD, Entry.KERBEROS);
    return Arbitraries.oneOf(
        Combinators.combine(names, texts, names, texts)
            .as((one, text, two, other) -> new FuzzInput(Entry.HEADERS, one, text, two, other)),
        Combinators.combine(entries, texts).as(FuzzInput::new),
        Combinators.combine(
                Arbitraries.of("PLAIN", "GSSAPI", "AWS_MSK_IAM", "SCRAM-SHA-256"), texts, texts)
            .as((mechanism, user, realm) -> new FuzzInput(Entry.SASL, mechanism, user, realm)),
        Combinators.combine(texts, texts)
            .as((user, realm) -> new FuzzInput(Entry.LOGIN, user, realm)));
  }

  /** The beginning of an object of claims, of any type and depth, without its end. */
  private static Arbitrary<String> claims() {
    Arbitrary<String> names = Arbitraries.of(CLAIMS);
    Arbitrary<String> values =
        Arbitraries.recursive(
            () -> Arbitraries.of(LEAVES),
            inner ->
                Combinators.combine(names, inner, inner)
                    .as(
                        (name, one, two) ->
                            "{\"" + name + "\":" + one + ",\"roles\":[" + two + "]}"),
            0,
            4);
    return Combinators.combine(names, values)
        .as((name, value) -> "\"" + name + "\":" + value)
        .list()
        .ofMaxSize(14)
        .map(members -> "{" + String.join(",", members));
  }

  private static String scope() {
    return "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
