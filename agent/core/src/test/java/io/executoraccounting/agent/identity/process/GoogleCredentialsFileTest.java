/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Verification;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleCredentialsFileTest {
  private static final String POOL =
      "//iam.googleapis.com/projects/42/locations/global/workloadIdentityPools/p/providers/x";

  @TempDir Path root;

  private ProcessIdentity with(String json) throws Exception {
    Surroundings surroundings = new Surroundings(root);
    Path file = surroundings.file("key.json", json.replace('\'', '"'));
    return surroundings.with("GOOGLE_APPLICATION_CREDENTIALS", file.toString()).identity();
  }

  @Test
  void keyNamesItsServiceAccount() throws Exception {
    ProcessIdentity process =
        with(
            "{'type':'service_account','project_id':'acme','private_key_id':'0a1b',"
                + "'private_key':'-----BEGIN PRIVATE KEY-----\\nCANARY\\n',"
                + "'client_email':'billing@acme.iam.gserviceaccount.com','client_id':'1'}");

    assertThat(process.identity().id()).isEqualTo("gcp:billing@acme.iam.gserviceaccount.com");
    assertThat(process.identity().type()).isEqualTo(IdentityType.SERVICE_ACCOUNT);
    assertThat(process.source()).isEqualTo("gcp_credentials_file");
    assertThat(process.verification()).isEqualTo(Verification.CONFIGURED);
    assertThat(process.facts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'external_account','audience':'"
            + POOL
            + "','service_account_impersonation_url':'https://iamcredentials.googleapis.com/v1/"
            + "projects/-/serviceAccounts/deployer@acme.iam.gserviceaccount.com:generateAccessToken'}",
        "{'source_credentials':{'client_email':'other@acme.iam.gserviceaccount.com'},"
            + "'client_email':'source@acme.iam.gserviceaccount.com',"
            + "'service_account_impersonation_url':'https://iamcredentials.googleapis.com/v1/"
            + "projects/-/serviceAccounts/deployer@acme.iam.gserviceaccount.com:generateAccessToken'}",
      })
  void impersonatedAccountIsWhoThisProcessIs(String json) throws Exception {
    assertThat(with(json).identity().id()).isEqualTo("gcp:deployer@acme.iam.gserviceaccount.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'external_account','audience':'" + POOL + "'}",
        "{'type':'authorized_user','client_id':'x.apps.googleusercontent.com'}",
        "{'client_email':'jane.doe@example.com'}",
        "{'client_email':7}",
        "{'nested':{'client_email':'a@p.iam.gserviceaccount.com'}}",
        "['client_email']",
        "{'client_email':'a@p.iam.gserviceaccount.com'",
        "",
      })
  void fileThatNamesNoAccountIsNoIdentity(String json) throws Exception {
    assertThat(with(json).source()).isEqualTo("os_user");
  }

  @Test
  void missingFileIsNoIdentity() {
    Surroundings surroundings =
        new Surroundings(root).with("GOOGLE_APPLICATION_CREDENTIALS", "/no/such/file");

    assertThat(surroundings.identity().source()).isEqualTo("os_user");
  }

  @Test
  void hugeFileIsNotRead() throws Exception {
    assertThat(
            with("{'client_email':'a@p.iam.gserviceaccount.com'}" + " ".repeat(64 * 1024)).source())
        .isEqualTo("os_user");
  }
}
