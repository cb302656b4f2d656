/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.agent.identity.TestTokens;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesPodTest {
  private static final String FOLDER = "var/run/secrets/kubernetes.io/serviceaccount";

  @TempDir Path root;

  /** The claims of a bound token of Kubernetes 1.32. */
  private static String token(String id) {
    return TestTokens.jwt(
        "{'aud':['https://kubernetes.default.svc'],'exp':1800000000,'iat':1768464000,"
            + "'iss':'https://kubernetes.default.svc','jti':'"
            + id
            + "','kubernetes.io':{'namespace':'shop',"
            + "'node':{'name':'node-1','uid':'6a0c8d2e-0f5b-4a53-8a43-111111111111'},"
            + "'pod':{'name':'billing-7d4b9','uid':'6a0c8d2e-0f5b-4a53-8a43-222222222222'},"
            + "'serviceaccount':{'name':'billing','uid':'6a0c8d2e-0f5b-4a53-8a43-333333333333'},"
            + "'warnafter':1768467607},'nbf':1768464000,"
            + "'sub':'system:serviceaccount:shop:billing'}");
  }

  /** As kubelet writes a volume: a folder per version, and one link that is replaced at once. */
  private void project(String version, String token) throws Exception {
    Path volume = Files.createDirectories(root.resolve(FOLDER));
    Path folder = Files.createDirectory(volume.resolve(".." + version));
    Files.writeString(folder.resolve("token"), token);
    Path next = Files.createSymbolicLink(volume.resolve("..data_tmp"), folder.getFileName());
    Files.move(next, volume.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    Path link = volume.resolve("token");
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, Path.of("..data", "token"));
    }
  }

  @Test
  void projectedTokenNamesAccountAndPod() throws Exception {
    project("2026_11_24_1", token("one"));

    ProcessIdentity process = new Surroundings(root).identity();

    assertThat(process.identity().id()).isEqualTo("k8s:shop/billing");
    assertThat(process.identity().type()).isEqualTo(IdentityType.SERVICE_ACCOUNT);
    assertThat(process.identity().sessionId()).isEqualTo("6a0c8d2e-0f5b-4a53-8a43-222222222222");
    assertThat(process.source()).isEqualTo("kubernetes_token");
    assertThat(process.verification()).isEqualTo(Verification.ASSERTED);
    assertThat(process.facts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "k8s.namespace.name", "shop",
                "k8s.node.name", "node-1",
                "k8s.node.uid", "6a0c8d2e-0f5b-4a53-8a43-111111111111",
                "k8s.pod.name", "billing-7d4b9",
                "k8s.pod.uid", "6a0c8d2e-0f5b-4a53-8a43-222222222222"));
  }

  @Test
  void identityIsTheSameBeforeWhileAndAfterTheTokenIsReplaced() throws Exception {
    project("0", token("0"));
    AtomicBoolean done = new AtomicBoolean();
    Thread kubelet =
        new Thread(
            () -> {
              try {
                for (int i = 1; i <= 50; i++) {
                  project(Integer.toString(i), token(Integer.toString(i)));
                }
              } catch (Exception e) {
                throw new AssertionError(e);
              } finally {
                done.set(true);
              }
            });
    kubelet.start();

    do {
      assertThat(new Surroundings(root).identity().identity().id()).isEqualTo("k8s:shop/billing");
    } while (!done.get());
    kubelet.join();
    assertThat(Files.readSymbolicLink(root.resolve(FOLDER).resolve("..data"))).hasToString("..50");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
        "AZURE_FEDERATED_TOKEN_FILE"
      })
  void tokenOfTheAccountForACloudNamesTheAccount(String variable) throws Exception {
    Surroundings surroundings = new Surroundings(root);
    Path file = surroundings.file("cloud/token", token("one"));

    assertThat(surroundings.with(variable, file.toString()).identity().identity().id())
        .isEqualTo("k8s:shop/billing");
  }

  @Test
  void tokenOfAnotherPlatformIsNoServiceAccount() throws Exception {
    Surroundings surroundings = new Surroundings(root);
    String workflow = "{'iss':'https://token.actions.githubusercontent.com','sub':'repo:o/r'}";
    Path file = surroundings.file("oidc/token", TestTokens.jwt(workflow));

    assertThat(
            surroundings.with("AWS_WEB_IDENTITY_TOKEN_FILE", file.toString()).identity().source())
        .isEqualTo("os_user");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a token", "ey.ey.ey", "LONG"})
  void fileWithoutAnAccountNamesNobody(String content) throws Exception {
    Surroundings surroundings = new Surroundings(root);
    surroundings.file(FOLDER + "/token", content.equals("LONG") ? "ey".repeat(100_000) : content);

    assertThat(surroundings.identity().source()).isEqualTo("os_user");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'pod':'billing-7d4b9'",
        "'pod':{'name':7}",
        "'pod':{'name':{'name':'billing-7d4b9'}}",
        "'pod':{'name':'a\\tb'}"
      })
  void strangePodIsNotNamed(String pod) throws Exception {
    Surroundings surroundings = new Surroundings(root);
    surroundings.file(
        FOLDER + "/token",
        TestTokens.jwt(
            "{'iss':'k','sub':'system:serviceaccount:shop:billing','kubernetes.io':{"
                + pod
                + "}}"));

    ProcessIdentity process = surroundings.identity();

    assertThat(process.identity().id()).isEqualTo("k8s:shop/billing");
    assertThat(process.facts()).isEmpty();
  }
}
