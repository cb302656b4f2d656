/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.HeaderSource;
import java.util.Locale;

/** The {@code Authorization} header, RFC 9110 s11.6.2: a scheme, and what each one presents. */
final class AuthorizationReader {
  private static final int LONGEST_SCHEME = 32;

  private final TokenReader tokens;
  private final BasicReader basic;
  private final ApiKeyReader apiKeys;
  private final SharedAccessSignature sharedAccess;

  AuthorizationReader(Fingerprinter fingerprinter, TokenReader tokens, ApiKeyReader apiKeys) {
    this.tokens = tokens;
    this.apiKeys = apiKeys;
    basic = new BasicReader(fingerprinter);
    sharedAccess = new SharedAccessSignature(fingerprinter);
  }

  /**
   * @param headers the others of the same request, of which some schemes need one
   */
  CredentialUse read(String header, HeaderSource headers) {
    int start = 0;
    while (start < header.length() && header.charAt(start) <= ' ') {
      start++;
    }
    int end = header.indexOf(' ', start);
    if (end < 0 || end - start > LONGEST_SCHEME) {
      return unknown();
    }
    String parameters = header.substring(end + 1).trim();
    switch (header.substring(start, end).toLowerCase(Locale.ROOT)) {
      case "bearer":
      case "oauth": // Google's and Salesforce's name for it, before RFC 6750
        return tokens.read(parameters, CredentialKind.JWT);
      case "token": // GitHub's
        return tokens.read(unquoted(parameters), CredentialKind.JWT);
      case "dpop":
        return tokens.read(parameters, CredentialKind.DPOP_JWT);
      case "basic":
        return basic.read(parameters);
      case "aws4-hmac-sha256":
      case "aws4-ecdsa-p256-sha256":
        return SignatureReader.fromHeader(parameters, headers);
      case "goog4-hmac-sha256":
      case "goog4-rsa-sha256":
        return GoogleSignature.fromHeader(parameters);
      case "sharedkey":
      case "sharedkeylite":
        return AzureStorage.sharedKey(parameters);
      case "sharedaccesssignature":
        return sharedAccess.ofHeader(parameters);
      case "negotiate":
        return KerberosReader.negotiated(parameters);
      case "ntlm":
        return unknown().toBuilder().provider("ntlm").build();
      case "apikey":
      case "api-key":
        return apiKeys.keyedWithId(parameters);
      case "geniekey":
        return apiKeys.keyed(parameters, "opsgenie");
      case "ssws":
        return apiKeys.keyed(parameters, "okta");
      case "bot":
        return apiKeys.keyed(parameters, "discord");
      case "splunk":
        return apiKeys.keyed(parameters, "splunk");
      default:
        return unknown();
    }
  }

  /** Rails' and PagerDuty's {@code Token token="…"}. */
  private static String unquoted(String parameters) {
    if (!parameters.startsWith("token=")) {
      return parameters;
    }
    String value = parameters.substring(6);
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static CredentialUse unknown() {
    return CredentialUse.builder(CredentialKind.UNKNOWN)
        .gap(Gap.PRINCIPAL_UNKNOWN)
        .gap(Gap.SCOPES_OPAQUE)
        .build();
  }
}
