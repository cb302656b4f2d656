/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.coding;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.springframework.stereotype.Component;

/** The token by which the GitHub App proves itself: short-lived and signed with its key. */
@Component
class AppToken {
  private final CodingProperties properties;

  AppToken(CodingProperties properties) {
    this.properties = properties;
  }

  String sign() {
    Instant now = Instant.now();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.RS256),
            new JWTClaimsSet.Builder()
                .issuer(properties.appId())
                .issueTime(Date.from(now.minusSeconds(60)))
                .expirationTime(Date.from(now.plusSeconds(540)))
                .build());
    try {
      token.sign(new RSASSASigner(key()));
      return token.serialize();
    } catch (JOSEException | GeneralSecurityException e) {
      throw new IllegalStateException("the app's key does not sign", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PrivateKey key() throws IOException, GeneralSecurityException {
    byte[] encoded = Base64.getDecoder().decode(Files.readString(properties.appKey()));
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }
}
