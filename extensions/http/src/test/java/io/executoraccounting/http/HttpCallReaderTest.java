/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Access;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.HeaderSource;
import io.executoraccounting.spi.OutboundCall;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpCallReaderTest {
  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261124/eu-west-1/%s/aws4_request,"
          + " SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6";

  @Test
  void namesTheRouteAsResource() {
    OutboundCall call = read("GET", "http://api.example.com:8080/users/7?q=x", Map.of());
    assertThat(call.system()).isEqualTo("http");
    assertThat(call.summary()).isEqualTo("GET /users/{id}");
    assertThat(call.resource()).isEqualTo("/users/{id}");
    assertThat(call.operation()).isEqualTo("GET");
    assertThat(call.host()).isEqualTo("api.example.com");
    assertThat(call.port()).isEqualTo(8080);
  }

  @Test
  void followsTheClientConventions() {
    assertThat(read("GET", "https://api.example.com/users/7?q=x", Map.of()).conventions())
        .containsExactly(
            entry("http.request.method", "GET"),
            entry("server.address", "api.example.com"),
            entry("server.port", 443L),
            entry("url.full", "https://api.example.com/users/{id}"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, READ",
    "HEAD, READ",
    "OPTIONS, READ",
    "DELETE, DELETE",
    "POST, WRITE",
    "PUT, WRITE",
    "PATCH, WRITE",
    "PROPFIND, READ",
    "MKCOL, WRITE",
    "PURGE, UNKNOWN",
  })
  void takesTheAccessFromTheMethod(String method, Access access) {
    assertThat(read(method, "http://a/", Map.of()).access()).isEqualTo(access);
  }

  @Test
  void keepsAnUnknownMethodBesideTheKnownSet() {
    assertThat(read("PURGE", "http://a/", Map.of()).conventions())
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("http.request.method_original", "PURGE");
  }

  @Test
  void doesNotTakeAnyTextForAMethod() {
    OutboundCall call = read("s3cr3t", "http://a/", Map.of());
    assertThat(call.operation()).isEqualTo("_OTHER");
    assertThat(call.conventions()).doesNotContainValue("s3cr3t");
  }

  @Test
  void presentsTheAuthorityOfTheCall() {
    OutboundCall call = read("GET", "http://a/", Map.of("Authorization", "Bearer x"));
    assertThat(call.credential().principal()).isEqualTo("oauth:somebody");
    assertThat(call.source()).isEqualTo(AuthoritySource.CALL);
  }

  @Test
  void hasNoSourceWithoutACredential() {
    assertThat(read("GET", "http://a/", Map.of()).source()).isEqualTo(AuthoritySource.NONE);
  }

  @Test
  void readsServiceRegionAndAccountFromASignature() {
    OutboundCall call = read("GET", "http://a/", Map.of("Authorization", SIGNED.formatted("s3")));
    assertThat(call.system()).isEqualTo("aws.s3");
    assertThat(call.region()).isEqualTo("eu-west-1");
    assertThat(call.account()).isEqualTo("123456789012");
  }

  @ParameterizedTest
  @CsvSource({
    "DynamoDB_20120810.GetItem, GetItem, READ",
    "DynamoDB_20120810.PutItem, PutItem, WRITE",
    "DynamoDB_20120810.DeleteItem, DeleteItem, DELETE",
    "AmazonSQS.ReceiveMessage, ReceiveMessage, UNKNOWN",
    "not a name!, POST, UNKNOWN",
  })
  void readsTheOperationThatIsPosted(String target, String operation, Access access) {
    OutboundCall call =
        read(
            "POST",
            "http://a/",
            Map.of("Authorization", SIGNED.formatted("dynamodb"), "X-Amz-Target", target));
    assertThat(call.operation()).isEqualTo(operation);
    assertThat(call.access()).isEqualTo(access);
  }

  @Test
  void signatureForSeveralRegionsIsOfNone() {
    OutboundCall call = read("GET", "http://a/", Map.of("Authorization", "several"));
    assertThat(call.system()).isEqualTo("aws.s3");
    assertThat(call.region()).isNull();
  }

  @Test
  void audienceOfATokenIsNoService() {
    OutboundCall call = read("GET", "http://a/", Map.of("Authorization", "Bearer x"));
    assertThat(call.system()).isEqualTo("http");
  }

  @Test
  void presignedUrlPresentsItsCredential() {
    OutboundCall call = read("GET", "http://a/o?X-Amz-Credential=k&x=1", Map.of());
    assertThat(call.system()).isEqualTo("aws.s3");
    assertThat(call.source()).isEqualTo(AuthoritySource.CALL);
    assertThat(call.conventions()).containsEntry("url.full", "http://a/o");
  }

  @Test
  void queryIsNotReadWhereAHeaderPresentsACredential() {
    OutboundCall call =
        read("GET", "http://a/o?X-Amz-Credential=k", Map.of("Authorization", "Bearer x"));
    assertThat(call.credential().kind()).isEqualTo(CredentialKind.OPAQUE_BEARER);
  }

  @Test
  void joinsTheTraceThatTheRequestCarries() {
    String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    OutboundCall call = read("GET", "http://a/", Map.of("traceparent", traceparent));
    assertThat(call.traceContext().spanId()).isEqualTo(0xb7ad6b7169203331L);
  }

  @ParameterizedTest
  @CsvSource({
    "storage.googleapis.com, my-project, my-project",
    "storage.googleapis.com, example.com:web, example.com:web",
    "storage.googleapis.com, not a project, ",
    "googleapis.com.example, my-project, ",
  })
  void readsTheProjectOfARequestToGoogle(String host, String header, String account) {
    OutboundCall call =
        read("GET", "https://" + host + "/b", Map.of("X-Goog-User-Project", header));
    assertThat(call.account()).isEqualTo(account);
  }

  @Test
  void putsOnWhomTheRequestImpersonates() {
    OutboundCall call = read("GET", "http://a/api/v1/pods", Map.of("Impersonate-User", "jane"));
    assertThat(call.assumed()).extracting(AssumedIdentity::id).containsExactly("k8s:user:jane");
  }

  private static OutboundCall read(String method, String url, Map<String, String> headers) {
    TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    URI uri = URI.create(url);
    return HttpCallReader.read(
            new SomebodysCredentials(), HttpTarget.of(method, uri), byName::get, uri.getRawQuery())
        .build();
  }

  private static final class SomebodysCredentials implements CredentialReader {
    @Override
    public CredentialUse fromHeaders(HeaderSource headers) {
      String presented = headers.get("authorization");
      if (presented == null) {
        return CredentialUse.NONE;
      }
      if (presented.startsWith("Bearer")) {
        return CredentialUse.builder(CredentialKind.OPAQUE_BEARER)
            .principal("oauth:somebody", IdentityType.SERVICE_ACCOUNT)
            .audience(List.of("aws:s3:eu-west-1"))
            .build();
      }
      String service = presented.contains("/dynamodb/") ? "dynamodb" : "s3";
      return presented.equals("several")
          ? signature(List.of("aws:s3:eu-west-1", "aws:s3:eu-west-2"))
          : signature(List.of("aws:" + service + ":eu-west-1"));
    }

    private static CredentialUse signature(List<String> audience) {
      return CredentialUse.builder(CredentialKind.AWS_SIGV4)
          .audience(audience)
          .tenant("123456789012")
          .build();
    }

    @Override
    public CredentialUse fromQuery(String host, String rawQuery) {
      return rawQuery != null && rawQuery.startsWith("X-Amz-Credential=")
          ? signature(List.of("aws:s3:eu-west-1"))
          : CredentialUse.NONE;
    }

    @Override
    public CredentialUse fromPassword(String password) {
      return null;
    }

    @Override
    public CredentialUse fromKerberosPrincipal(String name) {
      return CredentialUse.NONE;
    }

    @Override
    public CredentialUse fromSasl(String mechanism, String user, String realm) {
      return CredentialUse.NONE;
    }

    @Override
    public CredentialUse fromToken(String token, CredentialKind presented) {
      return CredentialUse.NONE;
    }

    @Override
    public CredentialUse fromCertificates(X509Certificate[] chain) {
      return CredentialUse.NONE;
    }

    @Override
    public CredentialUse fromDatabaseLogin(
        CredentialKind kind, String system, String user, String realm, String provider) {
      return CredentialUse.NONE;
    }
  }
}
