/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;

/** The OIDC token that GitHub Actions issues to a job, with the claims that it documents. */
final class IdToken {
  private IdToken() {}

  static String ofTheDeployJob() throws JOSEException {
    RSAKey key = new RSAKeyGenerator(2048).keyID("actions").generate();
    Instant now = Instant.now();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build(),
            new JWTClaimsSet.Builder()
                .issuer("https://token.actions.githubusercontent.com")
                .subject("repo:acme/shop:environment:production")
                .audience("sts.amazonaws.com")
                .jwtID("0a4f3c62-5d0e-4c1e-9a43-5e2b7d1f8c90")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("ref", "refs/heads/main")
                .claim("sha", "2f1a7c0d9be4583e6a1f0c7b5d3e9a8844102233")
                .claim("repository", "acme/shop")
                .claim("repository_owner", "acme")
                .claim("actor", "octocat")
                .claim("actor_id", "583231")
                .claim("environment", "production")
                .claim("event_name", "push")
                .claim("run_id", "4711")
                .claim("run_attempt", "1")
                .claim("runner_environment", "github-hosted")
                .claim("workflow_ref", "acme/shop/.github/workflows/deploy.yml@refs/heads/main")
                .claim("job_workflow_ref", "acme/shop/.github/workflows/deploy.yml@refs/heads/main")
                .build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
