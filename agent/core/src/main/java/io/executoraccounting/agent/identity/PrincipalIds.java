/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import org.jspecify.annotations.Nullable;

/**
 * The namespaces of {@code executor.id}. What would have to be cut is no id: it would be shared.
 */
public final class PrincipalIds {
  private static final String KUBERNETES_SUBJECT = "system:serviceaccount:";

  private PrincipalIds() {}

  /** {@code oauth:<iss>#<name>}; null without an issuer, for a bare subject is not an id. */
  public static @Nullable String oauth(@Nullable String issuer, @Nullable String name) {
    if (name == null) {
      return null;
    }
    if (isWorkloadUri(name)) {
      return name;
    }
    if (isGoogleServiceAccount(name)) {
      return unlessCut("gcp:" + name);
    }
    return issuer == null ? null : unlessCut("oauth:" + issuer + "#" + name);
  }

  /** {@code txn:<trust domain>#<name>}: draft-ietf-oauth-transaction-tokens, claim {@code sub}. */
  static @Nullable String transaction(@Nullable String trustDomain, @Nullable String name) {
    if (name == null || isWorkloadUri(name)) {
      return name;
    }
    return trustDomain == null ? null : unlessCut("txn:" + trustDomain + "#" + name);
  }

  private static @Nullable String unlessCut(String id) {
    return id.length() > ClaimText.MAX_LENGTH ? null : id;
  }

  /** {@code entra:<tenant>#<object>}: an object of a directory, whichever application it uses. */
  static String entra(String tenant, String object) {
    return "entra:" + tenant + "#" + object;
  }

  static String storageAccount(String account) {
    return "azure:storage-account/" + account;
  }

  public static String kubernetes(String namespace, String serviceAccount) {
    return "k8s:" + namespace + "/" + serviceAccount;
  }

  /** {@code k8s:ns/sa} of a Kubernetes subject; null for any other. */
  static @Nullable String kubernetesSubject(@Nullable String subject) {
    if (subject == null || !subject.startsWith(KUBERNETES_SUBJECT)) {
      return null;
    }
    int colon = subject.indexOf(':', KUBERNETES_SUBJECT.length());
    return colon < 0 || colon == subject.length() - 1
        ? null
        : kubernetes(
            subject.substring(KUBERNETES_SUBJECT.length(), colon), subject.substring(colon + 1));
  }

  /** SPIFFE ids and the URIs of the WIMSE architecture draft. */
  static boolean isWorkloadUri(String name) {
    return name.startsWith("spiffe://") || name.startsWith("wimse://");
  }

  public static boolean isGoogleServiceAccount(String name) {
    return name.endsWith(".gserviceaccount.com") && name.indexOf('@') > 0;
  }
}
